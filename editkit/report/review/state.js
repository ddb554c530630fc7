/* What has been decided. Nothing here knows the page's elements. */
const UNDECIDED = Object.freeze({ state: "pending", choice: 0, texts: null });

class Item {
  constructor(fact, file) {
    Object.assign(this, fact);
    this.file = file;
    this.decision = UNDECIDED;
    this.rivals = new Set();
  }

  get isEdit() {
    return this.choices.length > 0;
  }

  /* The edits that a decision makes; a pending or rejected one speaks of those it would make. */
  edits(decision = this.decision) {
    if (decision.state !== "rewritten") return this.isEdit ? this.choices[decision.choice].edits : [];
    return this.pieces.map(({ start, end }, at) => ({
      start,
      end,
      before: this.file.source.slice(start, end),
      replacement: decision.texts[at],
    }));
  }

  get made() {
    return ["accepted", "rewritten"].includes(this.decision.state) ? this.edits() : [];
  }

  /* The decided item that leaves no room for this pending one. */
  get excludedBy() {
    if (this.decision.state !== "pending") return undefined;
    return [...this.rivals].find((rival) => clashing(rival.made, this.edits()));
  }

  get state() {
    return this.excludedBy ? "rejected" : this.decision.state;
  }
}

function clashing(ours, theirs) {
  return ours.some((a) => theirs.some((b) => clash(a, b)));
}

class Review {
  constructor(facts) {
    this.files = facts.files.map((fact) => {
      const file = { ...fact, source: new Source(fact.raw) };
      file.items = fact.items.map((item) => new Item(item, file));
      return file;
    });
    this.tool = facts.tool;
    this.items = this.files.flatMap((file) => file.items);
    this.edits = this.items.filter((item) => item.isEdit);
    this.notes = this.items.filter((item) => !item.isEdit);
    this.items.forEach((item, order) => Object.assign(item, { order }));
    this.history = [];
    this.files.forEach(introduce);
  }

  /* Decide `changes`, pairs of an item and what changes of its decision, as one step to undo. */
  decide(changes) {
    const step = [];
    const put = (item, decision) => {
      step.push([item, item.decision]);
      item.decision = Object.freeze({ ...item.decision, ...decision });
    };
    for (const [item, decision] of changes) {
      put(item, decision);
      for (const rival of item.rivals) {
        if (clashing(item.made, rival.made)) put(rival, { state: "pending" });
      }
    }
    if (step.length) this.history.push(step);
    return this.touched(step);
  }

  undo() {
    const step = this.history.pop() ?? [];
    for (const [item, decision] of [...step].reverse()) item.decision = decision;
    return this.touched(step);
  }

  touched(step) {
    const items = new Set(step.map(([item]) => item));
    for (const [item] of step) item.rivals.forEach((rival) => items.add(rival));
    return [...items];
  }

  /* Of `items`, those whose first choice can be accepted beside everything that is decided. */
  acceptable(items) {
    const made = new Set();
    return items.filter((item) => {
      const free = item.state === "pending" && ![...item.rivals].some((r) => made.has(r) && clashing(r.edits(), item.edits()));
      if (free) made.add(item);
      return free;
    });
  }

  corrected(file) {
    return file.source.spliced(file.items.flatMap((item) => item.made));
  }

  decisions() {
    const files = this.files.map(({ path, sha256, items }) => ({
      path,
      sha256,
      decisions: items
        .filter((item) => item.state !== "pending")
        .map((item) => ({ edit: item.id, rule: item.rule, fingerprint: item.fingerprint, state: item.state, edits: item.edits() })),
    }));
    return { schema: "editkit.decisions/1", tool: this.tool, files: files.filter((file) => file.decisions.length) };
  }
}

/* Tell items of one file whose places overlap or touch of each other. */
function introduce(file) {
  const places = file.items.flatMap((item) => item.pieces.map((piece) => ({ ...piece, item })));
  places.sort((a, b) => a.start - b.start || a.end - b.end);
  let open = [];
  for (const place of places) {
    open = open.filter((other) => other.end >= place.start);
    for (const { item } of open) {
      if (item === place.item) continue;
      item.rivals.add(place.item);
      place.item.rivals.add(item);
    }
    open.push(place);
  }
}

/* Decisions in the browser, by the SHA-256 of the file they are about. */
const memory = {
  key: (file) => `editkit.review/1:${file.sha256}`,

  save(review) {
    const kept = new Map(review.files.map((file) => [memory.key(file), {}]));
    for (const item of review.items) {
      if (item.decision === UNDECIDED) continue;
      kept.get(memory.key(item.file))[item.id] = { ...item.decision, edits: item.edits() };
    }
    for (const [key, decisions] of kept) localStorage.setItem(key, JSON.stringify(decisions));
  },

  /* Take back what was decided about edits that are still the same. */
  restore(review) {
    for (const file of review.files) {
      const kept = JSON.parse(localStorage.getItem(memory.key(file)) ?? "{}");
      for (const item of file.items) {
        const { edits, ...decision } = kept[item.id] ?? {};
        if (edits && fits(item, decision) && JSON.stringify(item.edits(decision)) === JSON.stringify(edits)) {
          item.decision = Object.freeze(decision);
        }
      }
    }
  },
};

function fits(item, { state, choice, texts }) {
  if (state === "rewritten") return Array.isArray(texts) && texts.length === item.pieces.length;
  if (state === "accepted") return Boolean(item.choices[choice]);
  return state === "rejected" || state === "pending" ? !item.isEdit || Boolean(item.choices[choice]) : false;
}
