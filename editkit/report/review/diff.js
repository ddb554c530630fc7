/* Unified diffs that git apply and patch take, made from edits. Lines end with "\n" and nothing else. */
const CONTEXT = 3;

function unifiedDiff(names, source, edits, bom) {
  const lines = split(source.raw);
  const blocks = changedBlocks(source, lines, ordered(edits));
  if (!blocks.length) return "";
  const mark = bom.length ? "\ufeff" : "";
  const written = [...names];
  let shift = 0;
  for (const hunk of hunks(blocks)) {
    const from = Math.max(hunk[0].start - CONTEXT, 0);
    const to = Math.min(hunk[hunk.length - 1].end + CONTEXT, lines.length);
    const body = [];
    let [at, added] = [from, 0];
    for (const block of hunk) {
      body.push(...lines.slice(at, block.start).map((line, n) => [" ", line, at + n === 0]));
      body.push(...lines.slice(block.start, block.end).map((line, n) => ["-", line, block.start + n === 0]));
      body.push(...block.lines.map((line, n) => ["+", line, block.start + n === 0]));
      added += block.lines.length - (block.end - block.start);
      at = block.end;
    }
    body.push(...lines.slice(at, to).map((line, n) => [" ", line, at + n === 0]));
    const [olds, news] = [to - from, to - from + added];
    written.push(`@@ -${range(from, olds)} +${range(from + shift, news)} @@\n`);
    for (const [sign, line, first] of body) {
      written.push(sign, first ? mark : "", line, line.endsWith("\n") ? "" : "\n\\ No newline at end of file\n");
    }
    shift += added;
  }
  return written.join("");
}

function range(start, count) {
  return `${count ? start + 1 : start},${count}`;
}

function split(text) {
  const lines = text.split("\n").map((line) => `${line}\n`);
  const last = lines.pop().slice(0, -1);
  return last ? [...lines, last] : lines;
}

/* The runs of lines that change, each with its new lines, none touching the next. */
function changedBlocks(source, lines, edits) {
  const starts = [0];
  for (const line of lines) starts.push(starts[starts.length - 1] + line.length);
  const blocks = [];
  let line = 0;
  for (const edit of edits) {
    const [start, end] = [source.unit(edit.start), source.unit(edit.end)];
    while (line < lines.length && starts[line + 1] <= start) line += 1;
    let last = line;
    while (last < lines.length && starts[last + 1] <= end) last += 1;
    const block = { start: line, end: Math.min(last + 1, lines.length), edits: [{ start, end, text: edit.replacement }] };
    const before = blocks[blocks.length - 1];
    if (before && block.start <= before.end) {
      before.end = Math.max(before.end, block.end);
      before.edits.push(...block.edits);
    } else blocks.push(block);
  }
  return blocks.flatMap((block) => narrowed(block, source.raw, lines, starts));
}

function narrowed(block, raw, lines, starts) {
  const pieces = [];
  let at = starts[block.start];
  for (const edit of block.edits) {
    pieces.push(raw.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(raw.slice(at, starts[block.end]));
  const made = split(pieces.join(""));
  let { start, end } = block;
  let [first, last] = [0, made.length];
  while (start < end && first < last && lines[start] === made[first]) [start, first] = [start + 1, first + 1];
  while (start < end && first < last && lines[end - 1] === made[last - 1]) [end, last] = [end - 1, last - 1];
  if (start === end && first === last) return [];
  return [{ start, end, lines: made.slice(first, last) }];
}

function hunks(blocks) {
  const grouped = [[blocks[0]]];
  for (const block of blocks.slice(1)) {
    const hunk = grouped[grouped.length - 1];
    if (block.start - hunk[hunk.length - 1].end <= 2 * CONTEXT) hunk.push(block);
    else grouped.push([block]);
  }
  return grouped;
}
