#include "formats/start_gmime.h"

#include <gmime/gmime.h>

void start_gmime(void) {
  static gsize done = 0;
  if (g_once_init_enter(&done)) {
    g_mime_init();
    g_once_init_leave(&done, 1);
  }
}
