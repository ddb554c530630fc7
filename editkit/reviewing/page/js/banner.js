/* Banners of a served page: unsaved decisions, changed files, and what the last apply did. */
const banners = {
	shown: new Map(),

	/* Show a banner of a kind, or remove it; `buttons` are pairs of a label and an action. */
	show(kind, text, buttons = []) {
		if (banners.shown.get(kind) === text) return;
		banners.shown.set(kind, text);
		at(`banner-${kind}`)?.remove();
		if (!text) return;
		const made = el(
			"section",
			{ id: `banner-${kind}`, className: `banner ${kind}`, role: kind === "unsaved" ? "alert" : "status" },
			el("span", { dir: "auto" }, text),
			...buttons.map(([label, onclick]) => el("button", { onclick }, label)),
		);
		header.append(made);
	},

	/* Say how many decisions wait for a server that does not answer. */
	unsaved(count, reason) {
		const text = count
			? `${plural(count, "decision")} not saved: ${reason}. They are saved when the server answers again. Keep this page open, or download your decisions.`
			: "";
		banners.show("unsaved", text, [["Download decisions", saveDecisions]]);
	},

	changed(paths) {
		const text = paths.length
			? `Changed on disk: ${paths.join(", ")}. Your decisions are saved.`
			: "";
		banners.show("changed", text, [["Check again", () => server.run("lint")]]);
	},

	applied(counts) {
		const text = counts
			? `${plural(counts.edits, "edit")} written to ${plural(counts.files, "file")}.`
			: "";
		banners.show("applied", text, [
			["Undo apply", () => server.run("undo")],
			["Dismiss", () => banners.applied(null)],
		]);
	},
};
