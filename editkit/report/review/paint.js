/* Decisions made visible in the article, the counts and the list of rules. */
const facts = JSON.parse(at("facts").textContent);
const review = new Review(facts);
const byId = new Map(review.items.map((item) => [item.id, item]));
let current = null;

function paint(items) {
  for (const item of items) {
    const { state } = item;
    for (const node of item.places) {
      node.dataset.state = state;
      node.toggleAttribute("data-excluded", Boolean(item.excludedBy));
      showTexts(item, node);
    }
    const [proposed] = item.edits();
    const change = proposed ? `replace “${proposed.before}” by “${proposed.replacement}”` : item.message;
    item.node.setAttribute("aria-label", `${stateName(item)}: ${change}`);
  }
  for (const node of new Set(items.flatMap((item) => item.places.map((place) => place.closest(".cluster"))))) {
    if (node?.classList.contains("several")) arrange(node);
  }
}

/* Shows the chosen proposal of a place, or the reader's own text. */
function showTexts(item, node) {
  const own = item.decision.state === "rewritten";
  const choices = [...node.querySelectorAll(".choice")];
  node.querySelector(".own")?.remove();
  for (const choice of choices) choice.hidden = own || (item.isEdit && Number(choice.dataset.choice) !== item.decision.choice);
  if (!own) return;
  const number = Number(node.dataset.piece ?? 0);
  const { before, replacement } = item.edits()[number];
  const kept = element("span", { className: "own" }, element("del", { textContent: before }), element("ins", { textContent: replacement }));
  if (choices.length) choices[choices.length - 1].after(kept);
  else node.prepend(kept);
}

/* Of edits that overlap shows one: the current, the made, or the first that is left. */
function arrange(cluster) {
  const members = [...cluster.querySelectorAll(".member")];
  const made = members.filter(({ item }) => item.made.length);
  const front = members.find(({ item }) => item === current) ?? made[0] ?? members.find(({ item }) => item.state === "pending") ?? members[0];
  const together = made.length > 1 && front.item !== current;
  for (const member of members) member.classList.toggle("front", member === front && !together);
  cluster.querySelector(".together")?.remove();
  if (!together) return;
  const { start, end } = cluster.dataset;
  const { source } = front.item.file;
  const edits = made.flatMap(({ item }) => item.made);
  cluster.prepend(element("ins", { className: "together", textContent: source.spliced(edits, Number(start), Number(end)) }));
}

function count() {
  const left = review.edits.filter((item) => item.state === "pending").length;
  const total = review.edits.length;
  const open = review.notes.filter((item) => item.state === "pending").length;
  at("progress").max = Math.max(total, 1);
  at("progress").value = total - left;
  at("counts").textContent = `${total - left} of ${total} decided · ${left} left${review.notes.length ? ` · ${open} note${open === 1 ? "" : "s"}` : ""}`;
  const safe = safeOnes().length;
  at("all-safe").textContent = safe ? `Accept all safe (${safe})` : "Accept all safe";
  at("all-safe").disabled = !safe;
  at("undo").disabled = !review.history.length;
  for (const button of document.querySelectorAll("[data-of]")) {
    const own = review.items.filter((item) => item.rule === button.dataset.of);
    const pending = own.filter((item) => item.state === "pending").length;
    button.querySelector(".left").textContent = pending ? `${pending} of ${own.length}` : `✓ ${own.length}`;
    button.toggleAttribute("data-here", current?.rule === button.dataset.of);
  }
  const group = current?.isEdit ? review.acceptable(ofRule(current.rule)) : [];
  at("all-rule").hidden = group.length < 2;
  at("all-rule").textContent = `Accept all ${group.length} of ${current?.rule}`;
}

const ofRule = (rule) => review.edits.filter((item) => item.rule === rule);
const safeOnes = () => review.acceptable(review.edits.filter((item) => item.choices[item.decision.choice].safety === "safe"));
