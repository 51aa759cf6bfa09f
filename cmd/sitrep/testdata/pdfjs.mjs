// Reads PDFs as Firefox does and prints what a reader gets of each:
// node pdfjs.mjs pdf.mjs FILE… → a JSON object a line.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [library, ...files] = process.argv.slice(2);
const warnings = [];
const print = console.log;
for (const way of ["log", "warn", "error"]) console[way] = (...words) => warnings.push(words.join(" "));
const { getDocument } = await import(pathToFileURL(library));
warnings.length = 0; // of drawing, which is not asked for

function walk(node, seen) {
  if (node.role) seen.roles[node.role] = (seen.roles[node.role] ?? 0) + 1;
  if (node.role === "Figure" && !node.alt) seen.bare++;
  if (node.type === "content") seen.claimed.add(node.id);
  for (const kid of node.children ?? []) walk(kid, seen);
}

for (const file of files) {
  const doc = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 1, useSystemFonts: false }).promise;
  const { info } = await doc.getMetadata();
  const seen = { roles: {}, bare: 0 };
  let unclaimed = 0, text = "", labels = 0;
  const names = (await doc.getPageLabels()) ?? [];
  for (let n = 1; n <= doc.numPages; n++) {
    const page = await doc.getPage(n);
    await page.getOperatorList(); // reads everything that is drawn, fonts too
    seen.claimed = new Set();
    walk((await page.getStructTree()) ?? {}, seen);
    if (names[n - 1] === String(n)) labels++;
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if (item.type === "beginMarkedContentProps" && item.tag !== "Artifact" && !seen.claimed.has(item.id)) unclaimed++;
      if (item.str) text += item.str + (item.hasEOL ? "\n" : "");
      else if (item.hasEOL) text += "\n";
    }
  }
  const outline = (await doc.getOutline())?.length ?? 0;
  print(JSON.stringify({ file, pages: doc.numPages, labels, title: info.Title, language: info.Language, roles: seen.roles, bare: seen.bare,
    unclaimed, outline, attachments: Object.keys((await doc.getAttachments()) ?? {}), text, warnings: warnings.splice(0) }));
  await doc.destroy();
}
