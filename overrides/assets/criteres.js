// The facets of the search: any value within one, all facets together, each with its count.

const NAMES = { type: "Type", public: "Public", cycle: "Cycle" };

/** Fills `form` with the boxes of `facets`, and calls `changed` when one is ticked. */
export function criteria(form, facets, changed) {
  const boxes = [];
  const reset = form.querySelector("button");
  for (const [name, values] of Object.entries(facets)) {
    const group = document.createElement("details");
    const title = document.createElement("summary");
    title.textContent = NAMES[name];
    const list = document.createElement("ul");
    for (const [value, label] of Object.entries(values)) {
      const box = Object.assign(document.createElement("input"), { type: "checkbox", name, value });
      const count = document.createElement("span");
      const line = document.createElement("label");
      line.append(box, ` ${label} `, count);
      const item = document.createElement("li");
      item.append(line);
      list.append(item);
      boxes.push({ box, count, item, name, value });
    }
    group.append(title, list);
    reset.before(group);
  }
  form.addEventListener("change", changed);
  form.addEventListener("reset", () => setTimeout(changed)); // once the boxes are unticked

  const wanted = (name) => boxes.filter((one) => one.name === name && one.box.checked).map((one) => one.value);
  const names = Object.keys(facets);
  return {
    /** Ticks the boxes that an address names. */
    read(query) {
      for (const { box, name, value } of boxes) {
        box.checked = query.getAll(name).includes(value);
        if (box.checked) box.closest("details").open = true;
      }
    },
    /** The ticked boxes, as pairs for an address. */
    pairs: () => boxes.filter(({ box }) => box.checked).map(({ name, value }) => [name, value]),
    /** The results that the boxes keep; the counts follow. */
    filter(results) {
      const asked = new Map(names.map((name) => [name, wanted(name)]));
      const keeps = (item, name) => !asked.get(name).length || asked.get(name).some((value) => item[name].includes(value));
      for (const name of names) {
        const others = names.filter((one) => one !== name);
        const tally = new Map();
        for (const { item } of results) {
          if (others.every((other) => keeps(item, other))) for (const value of item[name]) tally.set(value, (tally.get(value) ?? 0) + 1);
        }
        for (const one of boxes) {
          if (one.name !== name) continue;
          const left = tally.get(one.value) ?? 0;
          one.count.textContent = `(${left})`;
          one.item.hidden = !left && !one.box.checked;
        }
      }
      reset.hidden = !boxes.some(({ box }) => box.checked);
      return results.filter(({ item }) => names.every((name) => keeps(item, name)));
    },
  };
}
