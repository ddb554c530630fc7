/* Which item or sentence is the current one, and how to get to others. */
const sentences = [...document.querySelectorAll(".s")];

function select(item, { focus = false } = {}) {
  if (!item) return;
  if (rewriting.item && rewriting.item !== item) rewriting.leave();
  const before = current;
  current = item;
  if (before) {
    before.node.removeAttribute("aria-current");
    before.node.tabIndex = -1;
  }
  item.node.setAttribute("aria-current", "true");
  item.node.tabIndex = 0;
  paint(before && before !== item ? [before, item] : [item]);
  showIssue(item);
  count();
  if (focus) item.node.focus({ preventScroll: true });
  reveal(item.node);
  requestAnimationFrame(() => item === current && reveal(item.node));
}

/* Scrolls to a node unless it can be seen between what lies over the page. */
function reveal(node) {
  const box = node.getBoundingClientRect();
  const aside = document.querySelector("aside");
  const header = document.querySelector("header").getBoundingClientRect();
  const top = Math.max(header.bottom, 0);
  const bottom = innerHeight - (getComputedStyle(aside).position === "fixed" ? aside.offsetHeight : 0);
  const room = Math.min(24, (bottom - top) / 4);
  if (box.top < top + room || box.bottom > bottom - room) scrollBy(0, box.top - top - (bottom - top) / 3);
}

function step(list, by) {
  const from = current?.order ?? -1;
  const others = by > 0 ? list : list.toReversed();
  const found = others.find((item) => (item.order - from) * by > 0);
  if (found) select(found, { focus: true });
  else say(by > 0 ? "This is the last one." : "This is the first one.");
}

/* Moves to the next pending one of `list`, from the top again after the last. */
function advance(list) {
  const open = list.filter((item) => item.state === "pending");
  const found = open.find((item) => item.order > current.order) ?? open[0];
  select(found ?? current, { focus: true });
  if (found) return;
  if (filter.size) say("All of the filter are decided.");
  else say(current.isEdit ? "All edits are decided. Download the decisions or the corrected text." : "All notes are read.");
}

function sentenceOf(node) {
  const file = review.files[Number(node.closest("article").dataset.file)];
  const item = review.sentence(file, Number(node.dataset.start), Number(node.dataset.end));
  item.node = node;
  item.places = [node];
  Object.assign(node, { role: "group", tabIndex: -1 });
  return item;
}

/* Gives sentences that are kept from before their place in the article. */
function attach(items) {
  for (const item of items.filter(({ isOwn, node }) => isOwn && !node)) {
    const [{ start, end }] = item.pieces;
    const node = document.querySelector(`[data-file="${review.files.indexOf(item.file)}"] .s[data-start="${start}"][data-end="${end}"]`);
    if (node) sentenceOf(node);
  }
}

/* From an item to its sentence, from a sentence to the next or previous one. */
function stepSentence(by) {
  const node = current?.node.closest(".s") ?? sentences[0];
  const next = current?.isOwn ? sentences[sentences.indexOf(node) + by] : node;
  if (next) select(sentenceOf(next), { focus: true });
  else say("There is no other sentence there.");
}

/* Goes to a place of a file: the item that stands there, or else its words. */
function goTo(event, file, start, end) {
  event.preventDefault();
  const item = file.items.find((other) => other !== current && other.pieces.some((piece) => piece.start <= start && end <= piece.end));
  if (item) return select(item, { focus: true });
  const blocks = document.querySelectorAll(`[data-file="${review.files.indexOf(file)}"] .block`);
  const block = [...blocks].findLast((node) => Number(node.dataset.start) <= start);
  if (!block) return undefined;
  const words = file.source.slice(start, end).trim();
  const before = file.source.slice(Number(block.dataset.start), start).split(words).length - 1;
  mark(block, words, before);
  return reveal(block);
}

/* Selects the occurrence of `words` in a block that has `skip` of them before it. */
function mark(block, words, skip) {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) => (node.parentElement.closest("ins, [hidden]") ? 2 : 1));
  let left = skip;
  while (texts.nextNode()) {
    const { data } = texts.currentNode;
    for (let from = data.indexOf(words); from >= 0; from = data.indexOf(words, from + 1)) {
      if (left) left -= 1;
      else return getSelection().setBaseAndExtent(texts.currentNode, from, texts.currentNode, from + words.length);
    }
  }
  return getSelection().selectAllChildren(block);
}
