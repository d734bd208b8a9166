// Words as a reader types them: accents, case and punctuation aside.

export const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
export const words = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean);
