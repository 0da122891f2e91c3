#include <followup/version.h>

#define TEXT(number) #number
#define DOTTED(major, minor, patch) TEXT(major) "." TEXT(minor) "." TEXT(patch)

const char *followup_version(void) {
  return DOTTED(FOLLOWUP_VERSION_MAJOR, FOLLOWUP_VERSION_MINOR, FOLLOWUP_VERSION_PATCH);
}
