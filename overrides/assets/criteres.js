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
  const keeps = (item, name) => !wanted(name).length || wanted(name).some((value) => item[name].includes(value));
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
      for (const { box, count, item, name, value } of boxes) {
        const others = names.filter((one) => one !== name);
        const left = results.filter((one) => one.item[name].includes(value) && others.every((other) => keeps(one.item, other))).length;
        count.textContent = `(${left})`;
        item.hidden = !left && !box.checked;
      }
      reset.hidden = !boxes.some(({ box }) => box.checked);
      return results.filter((one) => names.every((name) => keeps(one.item, name)));
    },
  };
}
