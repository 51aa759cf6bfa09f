// What is read stays where it is while something changes. Browsers do this by themselves, but not all
// of them, and not while they scroll to a place.

// anchor is the first thing that begins in the upper part of the window, or else the thing that goes
// on from above it.
const anchor = () => {
  let crossing = null;
  const first = (e) => {
    for (const c of e.children) {
      const box = c.getBoundingClientRect();
      if (!box.height || box.bottom <= 0) continue;
      if (box.top >= 0) return c;
      crossing = c;
      const inner = c.matches('.plot') ? null : first(c);
      if (inner) return inner;
    }
    return null;
  };
  const begins = first(document.getElementById('_main'));
  const upper = begins && begins.getBoundingClientRect().top < window.innerHeight * 0.3;
  return begins && (!crossing || upper) ? begins : crossing;
};

export const steady = (change) => {
  const kept = window.scrollY > 0 ? anchor() : null, root = document.documentElement;
  if (!kept) { change(); return; }
  const top = kept.getBoundingClientRect().top;
  root.style.overflowAnchor = 'none';
  change();
  const moved = kept.getBoundingClientRect().top - top;
  if (moved) window.scrollBy({ top: moved, behavior: 'instant' });
  root.style.overflowAnchor = '';
};
