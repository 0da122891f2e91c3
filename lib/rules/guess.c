#include "rules/guess.h"

#include "pack_en.h"

/* The surest sign first: an offer or a rejection is named, materials are sent; thanks stand in almost every message. */
static const struct {
  uint16_t list;
  followup_kind kind;
} signs[] = {
    {LIST_KIND_OFFER_ACKNOWLEDGEMENT, FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT},
    {LIST_KIND_FEEDBACK_REQUEST, FOLLOWUP_KIND_FEEDBACK_REQUEST},
    {LIST_KIND_INFORMATION_REPLY, FOLLOWUP_KIND_INFORMATION_REPLY},
    {LIST_KIND_MATERIALS, FOLLOWUP_KIND_MATERIALS},
    {LIST_KIND_APPLICATION_FOLLOW_UP, FOLLOWUP_KIND_APPLICATION_FOLLOW_UP},
    {LIST_KIND_STATUS_CHECK, FOLLOWUP_KIND_STATUS_CHECK},
    {LIST_KIND_THANK_YOU, FOLLOWUP_KIND_THANK_YOU},
    {LIST_KIND_CONTINUED_INTEREST, FOLLOWUP_KIND_CONTINUED_INTEREST},
};

followup_kind guess_kind(const struct inspection *in) {
  for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
    if (says(in, signs[i].list)) return signs[i].kind;
  if (says(in, LIST_THANKS)) return FOLLOWUP_KIND_THANK_YOU;
  if (says(in, LIST_INTEREST)) return FOLLOWUP_KIND_CONTINUED_INTEREST;
  return FOLLOWUP_KIND_UNKNOWN;
}
