#include "formats/mail_addresses.h"

/* GMime opens nested groups by recursion. */
enum { COLON_LIMIT = 1000 };

/* What stands outside quotes and comments decides how a field is read. */
struct signs {
  size_t at_signs, colons, semicolons, commas;
};

/* How far a walk over an address field is inside of quotes and comments. */
struct nesting {
  bool quoted;
  size_t comments;
};

/* Whether the character at `*at` stands outside; moves over an escaped one. */
static bool step(struct nesting *nesting, const char **at) {
  char byte = **at;
  if (byte == '\\' && (*at)[1] != '\0')
    ++*at;
  else if (byte == '"' && nesting->comments == 0)
    nesting->quoted = !nesting->quoted;
  else if (byte == '(' && !nesting->quoted)
    nesting->comments++;
  else if (byte == ')' && nesting->comments > 0)
    nesting->comments--;
  else
    return !nesting->quoted && nesting->comments == 0;
  return false;
}

static size_t count(const char *text, char sign) {
  size_t found = 0;
  for (; text != NULL && *text != '\0'; text++) found += *text == sign;
  return found;
}

/* A colon counts wherever it stands, for it is a bound; an address in quotes that never close counts too. */
static struct signs count_signs(const char *value) {
  struct signs signs = {.colons = count(value, ':')};
  struct nesting nesting = {0};
  for (const char *at = value; *at != '\0'; at++) {
    if (!step(&nesting, &at)) continue;
    signs.at_signs += *at == '@';
    signs.semicolons += *at == ';';
    signs.commas += *at == ',';
  }
  if (nesting.quoted || nesting.comments > 0) signs.at_signs = count(value, '@');
  return signs;
}

/* Outlook separates addresses by semicolons. */
static void put_commas(char *value) {
  struct nesting nesting = {0};
  for (const char *at = value; *at != '\0'; at++)
    if (step(&nesting, &at) && *at == ';') value[at - value] = ',';
}

static void quote(GString *text, const char *name) {
  g_string_append_c(text, '"');
  for (; *name != '\0'; name++) {
    if (*name == '"' || *name == '\\') g_string_append_c(text, '\\');
    g_string_append_c(text, *name);
  }
  g_string_append_c(text, '"');
}

/* A name without white space at its ends and the single quotes that Outlook sets; NULL where it only repeats the
 * address. */
static char *tidy_name(const char *given, const char *address) {
  if (given == NULL) return NULL;
  char *name = g_strstrip(g_utf8_make_valid(given, -1));
  size_t length = strlen(name);
  if (length > 2 && name[0] == '\'' && name[length - 1] == '\'') {
    memmove(name, name + 1, length - 2);
    name[length - 2] = '\0';
  }
  if (*name != '\0' && g_ascii_strcasecmp(name, address) != 0) return name;
  g_free(name);
  return NULL;
}

static char *format_mailbox(const char *given_name, const char *address) {
  GString *text = g_string_new(NULL);
  char *name = tidy_name(given_name, address);
  if (name != NULL && strpbrk(name, "\",;<>@\\") != NULL)
    quote(text, name);
  else if (name != NULL)
    g_string_append(text, name);
  if (name != NULL && *address != '\0')
    g_string_append_printf(text, " <%s>", address);
  else
    g_string_append(text, address);
  g_free(name);
  return g_string_free(text, FALSE);
}

static void add_mailbox(InternetAddress *address, GPtrArray *mailboxes) {
  const char *reached = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
  char *mailbox = format_mailbox(internet_address_get_name(address), reached != NULL ? reached : "");
  if (*mailbox != '\0')
    g_ptr_array_add(mailboxes, mailbox);
  else
    g_free(mailbox);
}

/* Adds the mailboxes of a list. Recursion is bounded by COLON_LIMIT. Returns how many @ they hold. */
// NOLINTNEXTLINE(misc-no-recursion): COLON_LIMIT
static size_t add_list(InternetAddressList *list, GPtrArray *mailboxes) {
  size_t held = 0;
  int length = internet_address_list_length(list);
  for (int i = 0; i < length; i++) {
    InternetAddress *address = internet_address_list_get_address(list, i);
    held += count(internet_address_get_name(address), '@');
    if (INTERNET_ADDRESS_IS_GROUP(address)) {
      held += add_list(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), mailboxes);
    } else {
      held += count(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)), '@');
      add_mailbox(address, mailboxes);
    }
  }
  return held;
}

/* A field without any address, as drafts have it: one bare name, or nothing. */
static bool read_bare_name(GMimeParserOptions *options, const char *value, const struct signs *signs,
                           GPtrArray *mailboxes) {
  if (signs->commas + signs->colons + signs->semicolons > 0) return false;
  char *name = g_mime_utils_header_decode_phrase(options, value);
  size_t length = strlen(g_strstrip(name));
  if (length >= 2 && strcmp(name + length - 2, "<>") == 0) name[length - 2] = '\0';
  g_strstrip(name);
  bool is_name = strpbrk(name, "<>@") == NULL;
  if (is_name && *name != '\0') g_ptr_array_add(mailboxes, format_mailbox(name, ""));
  g_free(name);
  return is_name;
}

bool addresses_read(GMimeParserOptions *options, const char *value, GPtrArray *mailboxes) {
  struct signs signs = count_signs(value);
  if (signs.colons > COLON_LIMIT) return false;
  char *list_text = g_strdup(value);
  if (signs.colons == 0 && signs.semicolons > 0) put_commas(list_text);
  InternetAddressList *list = internet_address_list_parse(options, list_text);
  g_free(list_text);
  if (list == NULL) return signs.at_signs == 0 && read_bare_name(options, value, &signs, mailboxes);
  size_t held = add_list(list, mailboxes);
  g_object_unref(list);
  return held >= signs.at_signs; /* else GMime passed over some of them */
}
