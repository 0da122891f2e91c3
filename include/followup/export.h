/* Marks what the shared library exports. */
#ifndef FOLLOWUP_EXPORT_H
#define FOLLOWUP_EXPORT_H

#if defined(__GNUC__)
/** In front of every public function. Since 0.1. */
#define FOLLOWUP_API __attribute__((visibility("default")))
#else
#define FOLLOWUP_API
#endif

#endif
