// Puts what differs between two editions of a page into the page that is shown, so that its scripts, folds and scroll
// live on. Both editions are parsed from what the server sent; the shown page holds what its scripts added, too.

// What scripts add to the page.
const added = '.permalink, .trialmark, .canvas, .count, .panel, [role="status"], button';
// What scripts keep hold of: where it changes, it is right to look at but does not answer before the page is loaded anew.
const held = 'figure, section, table, nav, details, .banner, #_trial, script';
const code = (e) => e.localName === 'script' && !/json|gzip/.test(e.type);

const words = (e) => {
  const copy = e.cloneNode(true);
  copy.querySelectorAll(added).forEach((x) => x.remove());
  return copy.textContent.replace(/\s+/g, ' ').trim();
};
const attributes = (e) => [...e.attributes].map((a) => a.name + '=' + a.value).sort().join('\n');
const mixed = (e) => [...e.childNodes].some((c) => c.nodeType === 3 && c.data.trim());
const alike = (a, live) => a.localName === live.localName && a.id === live.id && [...a.classList].every((c) => live.classList.contains(c));

// counterparts finds the elements of the page that stand for these; null where one is missing.
const counterparts = (all, live) => {
  const out = [], there = [...live.children].filter((e) => !e.matches(added));
  let at = 0;
  for (const a of all) {
    while (at < there.length && !alike(a, there[at])) at++;
    if (at === there.length) return null;
    out.push(there[at++]);
  }
  return out;
};

// differences gathers what to put in place of what; it reports whether the page is the one that was.
function differences(was, now, live, out) {
  if (was.isEqualNode(now)) return true;
  if (was.localName !== now.localName || attributes(was) !== attributes(now) || was.matches('figure') || mixed(was) || mixed(now)) {
    out.push({ old: [live], was: [was], fresh: [now] });
    return true;
  }
  const a = [...was.children], b = [...now.children], c = counterparts(a, live), least = Math.min(a.length, b.length);
  if (!c) return false;
  let first = 0, last = 0;
  while (first < least && a[first].isEqualNode(b[first])) first++;
  while (last < least - first && a.at(-1 - last).isEqualNode(b.at(-1 - last))) last++;
  const rest = (list) => list.slice(first, list.length - last);
  if (a.length === b.length) return rest(a).every((e, i) => differences(e, rest(b)[i], rest(c)[i], out));
  out.push({ old: rest(c), was: rest(a), fresh: rest(b), parent: live, before: c[c.length - last] || null });
  return true;
}

// put puts new elements in the place of old ones; what had the keyboard's focus has it again.
function put({ old, fresh, parent, before }) {
  const stops = (all) => all.flatMap((e) => [e, ...e.querySelectorAll('a[href], summary, [tabindex]')]);
  const doc = (parent || old[0]).ownerDocument, at = stops(old).indexOf(doc.activeElement);
  const copies = fresh.map((e) => doc.importNode(e, true));
  if (old.length) old[0].before(...copies); else parent.insertBefore(copies[0], before), copies[0].after(...copies.slice(1));
  old.forEach((e) => e.remove());
  const stop = at >= 0 && stops(copies)[at];
  if (stop) stop.focus({ preventScroll: true });
}

// swap changes doc, which shows one edition, into the next. It returns 'whole' where all that changed answers as
// before, 'stale' where the page is to be loaded anew for that, and '' where it did nothing, because doc shows another edition.
export function swap(doc, was, now) {
  const all = [], root = doc.documentElement;
  if (!differences(was.body, now.body, doc.body, all)) return '';
  const changed = all.filter((c) => !c.fresh.some(code) && !c.was.some(code));
  const other = (c) => c.old.some((e, i) => !e.matches('figure') && words(e) !== words(c.was[i]));
  if (changed.some(other)) return '';
  const head = (d) => [...d.head.querySelectorAll('style, script:not([type]), meta[http-equiv]')].map((e) => e.outerHTML).join();
  let stale = changed.length < all.length || attributes(was.documentElement) !== attributes(now.documentElement) || head(was) !== head(now);
  const data = (e) => e.matches('#_facts, #_making, [type="application/ld+json"]');
  for (const c of changed) {
    const holds = (e) => !data(e) && (e.matches(held) || e.querySelector(held) || e.closest('table, nav, #_trial'));
    if (c.old.some(holds) || c.fresh.some(holds)) stale = true;
    put(c);
  }
  root.lang = now.documentElement.lang;
  doc.title = now.title;
  return stale ? 'stale' : 'whole';
}
