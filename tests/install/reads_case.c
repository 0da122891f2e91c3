/* A program that uses the formats library as well. */
#include <followup-formats.h>
#include <stdio.h>

int main(void) {
  static const char json[] = "{\"id\": \"c1\", \"candidate\": {\"name\": \"Kim\"}, \"interviews\": [], \"messages\": []}";
  followup_case *of = NULL;
  followup_error *error = NULL;
  if (followup_error_new(NULL, &error) != FOLLOWUP_OK) return 1;
  followup_status status = followup_formats_read_case(NULL, json, sizeof json - 1, &of, NULL, error);
  puts(status == FOLLOWUP_OK ? followup_case_id(of) : followup_error_message(error));
  followup_case_free(of);
  followup_error_free(error);
  return status != FOLLOWUP_OK;
}
