#include "formats/html_tree.h"

#include <setjmp.h>
#include <string.h>

enum {
  SOURCE_LIMIT = 32 << 20,
  TAG_LIMIT = 25000,      /* "<" signs */
  DEPTH_LIMIT = 512,      /* as browsers have it; Gumbo looks through all open elements at every tag */
  ATTRIBUTE_LIMIT = 256,  /* of one element: Gumbo holds each against all others */
  BLOCK_SIZE = 256 << 10, /* of the arena */
  SPARE_MEMORY = 32 << 20 /* what a parse may take beyond eight times the text */
};

struct arena {
  GPtrArray *blocks;
  char *next;
  size_t left;
  size_t taken, budget;
  size_t attributes; /* since the last node */
  void *made[2];     /* the nodes made last, perhaps: other blocks may have their size */
  GHashTable *depths;
  jmp_buf beyond;
};

static void *take_block(struct arena *arena, size_t size) {
  void *block = g_malloc(size);
  g_ptr_array_add(arena->blocks, block);
  return block;
}

/* Gumbo does not look whether it got memory, so what must not go on leaves it by longjmp(). */
static void watch(struct arena *arena, size_t size) {
  arena->taken += size;
  if (size == sizeof(GumboAttribute)) arena->attributes++;
  if (size == sizeof(GumboNode)) arena->attributes = 0;
  if (arena->taken > arena->budget || arena->attributes > ATTRIBUTE_LIMIT) longjmp(arena->beyond, 1);
}

/*
 * The node made before the last hangs in the tree by now: between making an element and hanging it up, Gumbo makes the
 * text before it. A parent that is no node is in no table, and counts for nothing.
 */
static void watch_depth(struct arena *arena, void *next) {
  const GumboNode *node = arena->made[0];
  if (node != NULL) {
    guint depth = GPOINTER_TO_UINT(g_hash_table_lookup(arena->depths, node->parent)) + 1;
    if (depth > DEPTH_LIMIT) longjmp(arena->beyond, 1);
    g_hash_table_insert(arena->depths, arena->made[0], GUINT_TO_POINTER(depth));
  }
  arena->made[0] = arena->made[1];
  arena->made[1] = next;
}

static void *take(struct arena *arena, size_t size) {
  size_t rounded = (size + 15) & ~(size_t)15;
  if (rounded > BLOCK_SIZE / 4) return take_block(arena, rounded);
  if (rounded > arena->left) {
    arena->next = take_block(arena, BLOCK_SIZE);
    arena->left = BLOCK_SIZE;
  }
  void *taken = arena->next;
  arena->next += rounded;
  arena->left -= rounded;
  return taken;
}

static void *arena_take(void *user, size_t size) {
  struct arena *arena = user;
  watch(arena, size);
  void *taken = take(arena, size);
  if (size == sizeof(GumboNode)) watch_depth(arena, taken);
  return taken;
}

static void arena_release(void *user, void *block) {
  (void)user;
  (void)block;
}

static size_t count_tags(const GString *html) {
  size_t count = 0;
  const char *end = html->str + html->len;
  for (const char *at = html->str; (at = memchr(at, '<', (size_t)(end - at))) != NULL; at++) count++;
  return count;
}

/* The length of the name where a tag of another language than HTML begins behind "<" or "</"; else 0. */
static size_t foreign_name(const char *at) {
  size_t length = g_ascii_strncasecmp(at, "svg", 3) == 0 ? 3 : g_ascii_strncasecmp(at, "math", 4) == 0 ? 4 : 0;
  return length > 0 && (at[length] == '\0' || strchr(" \t\n\f/>", at[length]) != NULL) ? length : 0;
}

/* A copy in which such tags are spans. */
static GString *without_foreign_tags(const GString *html) {
  GString *copy = g_string_sized_new(html->len + 64);
  const char *at = html->str, *end = html->str + html->len;
  for (const char *sign; (sign = memchr(at, '<', (size_t)(end - at))) != NULL;) {
    const char *name = sign[1] == '/' ? sign + 2 : sign + 1;
    size_t length = foreign_name(name);
    g_string_append_len(copy, at, name - at);
    if (length > 0) g_string_append(copy, "span");
    at = name + length;
  }
  return g_string_append_len(copy, at, end - at);
}

static bool parse(struct arena *arena, const GString *html, GumboOutput **output) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = arena_take;
  options.deallocator = arena_release;
  options.userdata = arena;
  options.max_errors = 0;
  if (setjmp(arena->beyond) != 0) return false;
  *output = gumbo_parse_with_options(&options, html->str, html->len);
  return true;
}

const char *html_tree_read(const GString *html, struct html_tree *tree) {
  tree->output = NULL;
  tree->source = NULL;
  tree->blocks = g_ptr_array_new_with_free_func(g_free);
  if (html->len > SOURCE_LIMIT) return "HTML of more than 32 MiB";
  if (count_tags(html) > TAG_LIMIT) return "HTML with more than 25000 tags";
  tree->source = without_foreign_tags(html);
  struct arena arena = {
      .blocks = tree->blocks, .budget = SPARE_MEMORY + 8 * html->len, .depths = g_hash_table_new(NULL, NULL)};
  bool parsed = parse(&arena, tree->source, &tree->output);
  g_hash_table_destroy(arena.depths);
  return parsed ? NULL : "HTML too intricate to be read";
}

void html_tree_free(struct html_tree *tree) {
  if (tree->source != NULL) g_string_free(tree->source, TRUE);
  g_ptr_array_free(tree->blocks, TRUE);
}

const char *html_attribute(const GumboNode *element, const char *name) {
  const GumboAttribute *attribute = gumbo_get_attribute(&element->v.element.attributes, name);
  return attribute != NULL ? attribute->value : NULL;
}

const GumboNode *html_next(const GumboNode *root, const GumboNode *node, bool inside, bool *left) {
  *left = false;
  if (inside && node->v.element.children.length > 0) return node->v.element.children.data[0];
  if (inside) {
    *left = true;
    return node;
  }
  if (node == root) return NULL;
  const GumboVector *siblings = &node->parent->v.element.children;
  if (node->index_within_parent + 1 < siblings->length) return siblings->data[node->index_within_parent + 1];
  *left = true;
  return node->parent;
}
