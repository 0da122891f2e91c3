/* Which version this is, for the compiler and for the running program. */
#ifndef FOLLOWUP_VERSION_H
#define FOLLOWUP_VERSION_H

#include <followup/export.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of these headers: breaks of the ABI. Since 0.1. */
#define FOLLOWUP_VERSION_MAJOR 0
/** The version of these headers: additions. Since 0.1. */
#define FOLLOWUP_VERSION_MINOR 1
/** The version of these headers: repairs. Since 0.1. */
#define FOLLOWUP_VERSION_PATCH 0

/** The version of the library that runs, "0.1.0"; static. Since 0.1. */
FOLLOWUP_API const char *followup_version(void);

#ifdef __cplusplus
}
#endif

#endif
