// The keyboard in a figure: arrow keys walk its marks, Home and End go to the first and last, Enter opens
// the card of the one that is shown, Escape leaves it.
const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

// next returns the place to go to of n, from a place (-1: none yet) by a key; null where the key says nothing.
export const next = (key, at, n) => {
  if (!n) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return n - 1;
  if (!(key in steps)) return null;
  if (at < 0) return steps[key] > 0 ? 0 : n - 1;
  return Math.max(0, Math.min(n - 1, at + steps[key]));
};
