/* Reports three figures, one of them beyond its bound: for test_figures.py. */
#include "support/figure.h"

int main(void) {
  bool right = figure_at_most("heap", 31.5, 64, "bytes/byte");
  right = !figure_exactly("leaks", 1, 0, "") && right;
  right = figure_at_least("rounds", 7, 7, "") && right;
  return right ? 0 : 1;
}
