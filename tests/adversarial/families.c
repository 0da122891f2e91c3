#include "adversarial/families.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CASE                                                                                             \
  "{\"candidate\":{\"name\":\"Kim Lee\",\"email\":\"kim@example.com\",\"time_zone\":\"Europe/London\"}," \
  "\"application\":{\"company\":\"Halden Works\",\"role\":\"Coordinator\"},\"now\":\"2026-03-06T09:00:00Z\","
#define PERSON "{\"name\":\"Ana Torres\",\"email\":\"ana@halden.example\",\"notes\":[\"a saddle is forty-one parts\""
#define INTERVIEW \
  "\"interviews\":[{\"id\":\"i\",\"start\":\"2026-03-05T14:00:00Z\",\"end\":\"2026-03-05T15:00:00Z\",\"panel\":["
#define MESSAGE "{\"kind\":\"thank_you\",\"sent\":\"2026-03-05T19:00:00Z\",\"to\":[\"ana@halden.example\""
#define BODY                                                                                                    \
  "],\"body\":\"Dear Ana,\\n\\nThank you for the talk about a saddle and its forty-one parts. I would love to " \
  "come.\\n\\nKim\"}"
#define MAIL "From: Kim Lee <kim@example.com>\nTo: Ana Torres <ana@halden.example>\nSubject: Thank you\n"

/* clang-format off */
const struct family families[] = {
    /* Words and letters */
    {"one long word", WAY_TEXT, "a", "", ""},
    {"words of one letter", WAY_TEXT, "i ", "", ""},
    {"numbered words", WAY_TEXT, "word# ", "", ""},
    {"words that almost all phrases begin with", WAY_TEXT, "i would you the my not to be when ", "", ""},
    {"the same question over and over", WAY_TEXT, "when will i hear from you ", "", ""},
    {"a claim that never ends", WAY_TEXT, "i am the best and nobody else ", "", ""},
    {"an ultimatum that never comes", WAY_TEXT, "i have no other offer by friday and ", "", ""},
    {"begging without end", WAY_TEXT, "i would die for this job please i beg you ", "", ""},
    {"slang", WAY_TEXT, "hey my bad it sucked ", "", ""},
    {"one word of slang", WAY_TEXT, "w ", "", ""},
    {"negations", WAY_TEXT, "not never no cannot ", "", ""},
    {"contractions", WAY_TEXT, "i'd've won't ", "", ""},
    {"hyphens", WAY_TEXT, "follow-up-", "", ""},
    {"capitals", WAY_TEXT, "VERY BAD ", "", ""},
    {"names", WAY_TEXT, "Anna Bernard ", "", ""},
    {"another company", WAY_TEXT, "join Contoso Freight ", "", ""},
    {"notes taken up", WAY_TEXT, "a saddle is forty-one parts. ", "", ""},
    {"acronyms", WAY_TEXT, "S.R.E. U.S. ", "", ""},
    /* Marks */
    {"a million exclamation marks", WAY_TEXT, "!", "", ""},
    {"exclamations and questions", WAY_TEXT, "?! ", "", ""},
    {"nested quotes", WAY_TEXT, "\"'(\u201c", "", ""},
    {"quotes opened and closed", WAY_TEXT, "\u201ca\u201d \"b\" ", "", ""},
    {"apostrophes", WAY_TEXT, "'a ", "", ""},
    {"full stops", WAY_TEXT, "a. ", "", ""},
    {"ellipses", WAY_TEXT, "... ", "", ""},
    {"colons in lines of their own", WAY_TEXT, "a:\n", "", ""},
    /* What is beyond ASCII */
    {"combining marks behind letters", WAY_TEXT, "e\u0301", "", ""},
    {"nothing but combining marks", WAY_TEXT, "\u0301", "", ""},
    {"alternating scripts", WAY_TEXT, "a\u0431\u03b3", "", ""},
    {"scripts without spaces", WAY_TEXT, "\u4f60\u597d\u0e01\u0e33", "", ""},
    {"jamo", WAY_TEXT, "\u1100\u1161\u11a8", "", ""},
    {"zero-width characters", WAY_TEXT, "a\u200b\u200d", "", ""},
    {"marks of direction", WAY_TEXT, "\u202ea \u202c\u2067", "", ""},
    {"emoji joined to each other", WAY_TEXT, "\U0001f469\u200d", "", ""},
    {"flags", WAY_TEXT, "\U0001f1e6\U0001f1e7", "", ""},
    {"wide spaces", WAY_TEXT, "\u00a0\u2003", "", ""},
    {"soft hyphens", WAY_TEXT, "a\u00ad", "", ""},
    {"letters that fold to more", WAY_TEXT, "\u00df\ufb03 ", "", ""},
    /* The shape of a mail */
    {"one very long line", WAY_TEXT, "thank you for the talk and ", "", ""},
    {"only greetings", WAY_TEXT, "Dear Ana,\n", "", ""},
    {"greetings of several people", WAY_TEXT, "Hi there Bob and Ann,\n\n", "", ""},
    {"only sign-offs", WAY_TEXT, "Best,\nKim\n\n", "", ""},
    {"postscripts", WAY_TEXT, "P.S. a\n\n", "", ""},
    {"a storm of line ends", WAY_TEXT, "\r\n", "", ""},
    {"lone carriage returns", WAY_TEXT, "a\r", "", ""},
    {"quoted lines", WAY_TEXT, "> a\nb\n", "", ""},
    {"reply markers", WAY_TEXT, "On Mon, Mar 3, 2025 at 4:12 PM Ana <a@b.c> wrote:\n", "", ""},
    {"reply markers that never end", WAY_TEXT, "On Mon, Mar 3, ", "", ""},
    {"header lines", WAY_TEXT, "From: a\nTo: b\nSubject: c\n\n", "", ""},
    {"list items", WAY_TEXT, "- a\n1. b\niv) c\n", "", ""},
    {"ticks", WAY_TEXT, "\u2713\ufe0f\n", "", ""},
    {"signatures", WAY_TEXT, "-- \nKim\n", "", ""},
    /* Addresses and placeholders */
    {"links", WAY_TEXT, "http://a.example/b?c=d&e ", "", ""},
    {"one long link", WAY_TEXT, "a/", "http://", ""},
    {"addresses", WAY_TEXT, "a@b.example ", "", ""},
    {"an address that never ends", WAY_TEXT, "a.b@", "", ""},
    {"domains", WAY_TEXT, "a.b.c.com.", "", ""},
    {"opening brackets", WAY_TEXT, "[", "", ""},
    {"brackets that say insert", WAY_TEXT, "[insert ", "", ""},
    {"braces", WAY_TEXT, "{{ name ", "", ""},
    {"angles", WAY_TEXT, "<<company name ", "", ""},
    {"dollars", WAY_TEXT, "$ROLE_$", "", ""},
    {"percent signs", WAY_TEXT, "%name", "", ""},
    {"underscores", WAY_TEXT, "_", "", ""},
    {"rows of x", WAY_TEXT, "XX", "", ""},
    {"dotted lines", WAY_TEXT, " .....", "", ""},
    {"parentheses", WAY_TEXT, "(name of the ", "", ""},
    {"brackets before words", WAY_TEXT, "[a ", "", ""},
    {"brackets before words of fields", WAY_TEXT, "[the i ", "", ""},
    {"braces before words", WAY_TEXT, "{a ", "", ""},
    {"angles before words", WAY_TEXT, "<a ", "", ""},
    {"capitals behind dollars", WAY_TEXT, "$PA_S_", "", ""},
    {"letters behind percent signs", WAY_TEXT, "%pa_s_", "", ""},
    {"placeholders", WAY_TEXT, "[date] {{name}} <Company> ", "", ""},
    /* Numbers and days */
    {"digits", WAY_TEXT, "9", "", ""},
    {"times and dates of digits", WAY_TEXT, "9:30 10/21/2025 1,000.5 ", "", ""},
    {"near-dates", WAY_TEXT, "on Tuesday the call on March 3 ", "", ""},
    {"the interview on many days", WAY_TEXT, "our interview on Monday. ", "", ""},
    {"pay", WAY_TEXT, "$500 \u20ac 500 ", "", ""},
    /* Promises */
    {"a promise of numbers", WAY_WINDOW, "by 3 or 4 and 5 ", "We will call ", "."},
    {"a promise of near-dates", WAY_WINDOW, "March 3 the 5th of next week ", "You will hear by ", "."},
    {"promises", WAY_WINDOW, "You'll hear from us by Friday. ", "", ""},
    {"corrections of a promise", WAY_WINDOW, "by Friday, sorry, by Monday, ", "You'll hear ", ""},
    {"zones", WAY_WINDOW, "at 3pm London time or 4pm New York time ", "We will call ", ""},
    {"clauses", WAY_WINDOW, "if we, when you, unless they, ", "", ""},
    {"points between letters", WAY_WINDOW, "p.m.", "", ""},
    {"wide spaces in a promise", WAY_WINDOW, "3.\u00a0\u2003", "", ""},
    {"hyphens in a promise", WAY_WINDOW, "2-3\u2013", "", ""},
    /* Cases */
    {"many recipients", WAY_CASE, ",\"N# <a#@b.example>\"", CASE INTERVIEW PERSON "]}]}],\"messages\":[" MESSAGE, BODY "]}"},
    {"many notes", WAY_CASE, ",\"the pilot at the port # starts with six robots\"", CASE INTERVIEW PERSON, "]}]}],\"messages\":[" MESSAGE BODY "]}"},
    {"many interviewers", WAY_CASE, ",{\"name\":\"Bo Lind#\",\"email\":\"b#@b.example\"}", CASE INTERVIEW PERSON "]}", "]}],\"messages\":[" MESSAGE BODY "]}"},
    {"many interviews", WAY_CASE, ",{\"id\":\"i#\",\"start\":\"2026-02-05T14:00:00Z\",\"end\":\"2026-02-05T15:00:00Z\",\"panel\":[{\"name\":\"Bo #\"}],\"promised_reply\":\"within two weeks\"}", CASE INTERVIEW PERSON "]}]}", "],\"messages\":[" MESSAGE BODY "]}"},
    {"many notes of thanks that are alike", WAY_CASE, "," MESSAGE ",\"b#@b.example\"" BODY, CASE INTERVIEW PERSON "]}]}],\"messages\":[" MESSAGE BODY, "]}"},
    {"many status checks", WAY_CASE, ",{\"kind\":\"status_check\",\"sent\":\"2026-03-05T19:00:00Z\",\"to\":[\"a#@b.example\"],\"body\":\"Any news #?\"}", CASE INTERVIEW PERSON "]}]}],\"messages\":[" MESSAGE BODY, "]}"},
    {"many events", WAY_CASE, ",{\"kind\":\"reply\",\"at\":\"2026-03-05T19:00:00Z\",\"promised_reply\":\"by Friday #\"}", CASE INTERVIEW PERSON "]}]}],\"messages\":[" MESSAGE BODY "],\"events\":[{\"kind\":\"reply\",\"at\":\"2026-03-05T18:00:00Z\"}", "]}"},
    {"many holidays", WAY_CASE, ",\"2026-12-25\"", CASE INTERVIEW PERSON "]}]}],\"calendar\":{\"holidays\":[\"2026-12-24\"", "]}}"},
    {"many companies", WAY_CASE, ",\"Contoso # Freight\"", CASE "\"other_companies\":[\"A\"", "]," INTERVIEW PERSON "]}]}],\"messages\":[" MESSAGE BODY "]}"},
    {"many attachments", WAY_CASE, ",\"a#.pdf\"", CASE INTERVIEW PERSON "]}]}],\"messages\":[" "{\"kind\":\"materials\",\"body\":\"attached\",\"to\":[\"a@b.example\"],\"attachments\":[\"a\"", "]}]}"},
    {"many promised materials", WAY_CASE, ",{\"what\":\"case study #\"}", CASE INTERVIEW PERSON "]}],\"promised_materials\":[{\"what\":\"a\"}", "]}],\"messages\":[" MESSAGE BODY "]}"},
    {"deep JSON", WAY_CASE, "[", "", ""},
    {"unknown members", WAY_CASE, ",\"x#\":{}", "{\"id\":\"a\"", "}"},
    {"escapes", WAY_CASE, "\\u00e9\\n", "{\"id\":\"", "\"}"},
    /* Mails */
    {"parts within parts", WAY_MAIL, "--b#\nContent-Type: multipart/mixed; boundary=\"b#\"\n\n", MAIL "Content-Type: multipart/mixed; boundary=b\n\n", ""},
    {"parts beside parts", WAY_MAIL, "--b\n\na\n", MAIL "Content-Type: multipart/mixed; boundary=b\n\n", "--b--\n"},
    {"boundaries that are none", WAY_MAIL, "--bb\n--\n", MAIL "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n", "--b--\n"},
    {"elements within elements", WAY_MAIL, "<div>", MAIL "Content-Type: text/html\n\n", ""},
    {"quotations within quotations", WAY_MAIL, "<blockquote>a", MAIL "Content-Type: text/html\n\n", ""},
    {"lists within lists", WAY_MAIL, "<ul><li>a", MAIL "Content-Type: text/html\n\n", ""},
    {"tables within tables", WAY_MAIL, "<table><tr><td>a", MAIL "Content-Type: text/html\n\n", ""},
    {"bold without end", WAY_MAIL, "<b>a<p>", MAIL "Content-Type: text/html\n\n", ""},
    {"styles", WAY_MAIL, "<p style=\"display:none;color:red\">a</p>", MAIL "Content-Type: text/html\n\n", ""},
    {"attributes", WAY_MAIL, " a#=b", MAIL "Content-Type: text/html\n\n<p", ">a"},
    {"entities", WAY_MAIL, "&amp;&nbsp;", MAIL "Content-Type: text/html\n\n", ""},
    {"a header line that goes on", WAY_MAIL, " <a#@b.example>,\n", MAIL "Cc:", " <z@b.example>\n\na\n"},
    {"header lines of a mail", WAY_MAIL, "X-A#: b\n", MAIL, "\na\n"},
    {"encoded words", WAY_MAIL, "=?utf-8?q?=C3=A9?= ", MAIL "Subject: ", "\n\na\n"},
    {"quoted-printable", WAY_MAIL, "=C3=A9=\n", MAIL "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n", ""},
    {"flowed lines", WAY_MAIL, ">> a \n", MAIL "Content-Type: text/plain; format=flowed; delsp=yes\n\n", ""},
    {"comments in addresses", WAY_MAIL, "(", MAIL "Cc: ", "\n\na\n"},
    /* Comparing */
    {"the same sentence compared", WAY_COMPARE, "thank you for the talk about the pump ", "", ""},
    {"one word compared", WAY_COMPARE, "pump ", "", ""},
    {"numbered words compared", WAY_COMPARE, "pump# ", "", ""},
    {"two words in turn compared", WAY_COMPARE, "pump valve ", "", ""},
    {"names compared", WAY_COMPARE, "Ana Torres SRE ", "", ""},
};
/* clang-format on */

const size_t family_count = sizeof families / sizeof families[0];

struct room {
  char *bytes;
  size_t length;
};

static void put(struct room *room, const char *text, size_t number) {
  for (; *text != '\0'; text++) {
    if (*text == '#')
      room->length += (size_t)sprintf(room->bytes + room->length, "%zu", number);
    else
      room->bytes[room->length++] = *text;
  }
}

char *family_make(const struct family *family, size_t size, size_t *length) {
  enum { NUMBERS_MOST = 64 };
  struct room room = {malloc(size + strlen(family->head) + strlen(family->unit) + strlen(family->tail) + NUMBERS_MOST),
                      0};
  if (room.bytes == NULL) exit(2);
  put(&room, family->head, 0);
  for (size_t number = 0; room.length + strlen(family->tail) < size; number++) put(&room, family->unit, number);
  put(&room, family->tail, 0);
  *length = room.length;
  return room.bytes;
}
