import type { OwnProduct } from '~/domain/products/own-products.server';
import { productForm, productFormLists } from '~/domain/products/product-form';
import { formValues, parseValues, type FormValues } from '~/forms/parse-form.server';

const rowFields = ['specName', 'specValue', 'specUnit'] as const;
const asList = (value: FormValues[string] | undefined) => (Array.isArray(value) ? value : []);

/** The same values with `blank` empty specification rows behind the filled ones, and never fewer than three rows. */
export function withBlankRows(values: FormValues, blank = 1): FormValues {
  const rows = Math.max(...rowFields.map((field) => asList(values[field]).length), 0);
  const wanted = Math.max(3, rows + blank);
  const padded = rowFields.map((field) => {
    const cells = asList(values[field]);
    return [field, [...cells, ...Array<string>(wanted - cells.length).fill('')]] as [string, string[]];
  });
  return { ...values, ...Object.fromEntries(padded) };
}

/** A posted product form: which button, the version it was opened on, and what was typed, checked and not. */
export async function readProductForm(request: Request) {
  const values = withBlankRows(formValues(await request.formData(), productFormLists), 0);
  const { intent, version, ...typed } = values;
  return {
    intent: typeof intent === 'string' ? intent : '',
    version: Number.parseInt(String(version), 10) || 0,
    values: typed,
    form: parseValues(typed, productForm),
  };
}

/** The product as its form shows it. */
export function valuesOfProduct(product: OwnProduct): FormValues {
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  return withBlankRows({
    name: product.name,
    model: text(product.model),
    aliases: product.aliases.join('、'),
    englishName: text(product.englishName),
    keywords: product.keywords.join('、'),
    kind: product.kind,
    industry: product.industry,
    procurementItemCode: text(product.procurementItemCode),
    composition: text(product.composition),
    summary: product.summary,
    innovation: text(product.innovation),
    specName: product.specifications.map(({ name }) => name),
    specValue: product.specifications.map(({ value }) => value),
    specUnit: product.specifications.map(({ unit }) => unit ?? ''),
    trl: text(product.trl),
    maturity: text(product.maturity),
    inventionPatents: text(product.inventionPatents),
    utilityModels: text(product.utilityModels),
    softwareCopyrights: text(product.softwareCopyrights),
    intendedCategories: product.intendedCategories,
  });
}
