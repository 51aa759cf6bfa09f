// What the page carries packed: compressed (gzip) and written in 85 letters (Ascii85, with a v for its <).
export const bytes = (s) => {
  const out = new Uint8Array(4 * s.length);
  let size = 0, digits = 0, v = 0;
  const put = (count) => {
    for (let i = 0; i < count; i++) out[size++] = v >>> (24 - 8 * i);
    v = digits = 0;
  };
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === 122) { put(4); continue; } // z: four zeros
    v = 85 * v + (c === 118 ? 60 : c) - 33;
    if (++digits === 5) put(4);
  }
  if (digits) {
    const left = digits - 1;
    while (digits++ < 5) v = 85 * v + 84;
    put(left);
  }
  return out.subarray(0, size);
};

export const gunzip = (data) => {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
};

export const unpack = (id) => gunzip(bytes(document.getElementById(id).textContent));
