/* GMime has to be told once in a process that it is used. */
#ifndef FOLLOWUP_FORMATS_START_GMIME_H
#define FOLLOWUP_FORMATS_START_GMIME_H

/* Any thread, any number of times. */
void start_gmime(void);

#endif
