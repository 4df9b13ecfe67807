import { createRemixStub } from '@remix-run/testing';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ProductForm, type ProductFormProps } from './product-form';

afterEach(cleanup);

const rows = { specName: ['重量', '', ''], specValue: ['', '', ''], specUnit: ['kg', '', ''] };

function show(props: Partial<ProductFormProps> = {}) {
  const Page = createRemixStub([
    {
      path: '/',
      Component: () => (
        <ProductForm
          values={rows}
          isPublic={false}
          isRecognised={false}
          organisationName="西安云鹞航空（示例）有限公司"
          cancelHref="/"
          {...props}
        />
      ),
    },
  ]);
  render(<Page />);
}

test('a refused form keeps every field as it was typed and leads from the summary to the field', () => {
  const values = {
    ...rows,
    name: '巡检无人机',
    kind: 'first-unit',
    industry: '无人机',
    summary: '太短',
    intendedCategories: ['无人系统'],
  };
  const errors = { summary: '产品简介至少 20 字', 'specValue.0': '关键规格第 1 行缺数值' };
  show({ actionData: { values, errors } });
  expect(screen.getByLabelText<HTMLInputElement>(/产品名称/).value).toBe('巡检无人机');
  expect(screen.getByLabelText<HTMLTextAreaElement>(/产品简介/).value).toBe('太短');
  expect(screen.getByLabelText<HTMLInputElement>('首台（套）').checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('无人系统').checked).toBe(true);
  expect(screen.getByLabelText<HTMLSelectElement>(/产业领域/).value).toBe('无人机');
  const summary = within(screen.getByRole('alert'));
  const link = summary.getByRole('link', { name: '关键规格第 1 行缺数值' });
  const field = document.getElementById(link.getAttribute('href')!.slice(1));
  expect(field).toBe(screen.getByLabelText('第 1 行 数值'));
  expect(field?.getAttribute('aria-invalid')).toBe('true');
});

test('the panel beside the form says what buyers will see, and that nobody has recognised the product', () => {
  show({ values: { ...rows, name: '巡检无人机', specValue: ['7', '', ''] } });
  const panel = within(screen.getByRole('complementary', { name: '采购单位将看到' }));
  expect(panel.getByText('巡检无人机')).toBeTruthy();
  expect(panel.getByText('未认定')).toBeTruthy();
  expect(panel.getByText('7 kg')).toBeTruthy();
});

test('the version stands in an edited form and not in a new one', () => {
  show({ version: 4, isPublic: true });
  expect(document.querySelector<HTMLInputElement>('input[name=version]')?.value).toBe('4');
  expect(screen.queryByRole('button', { name: '存草稿' })).toBeNull();
  cleanup();
  show();
  expect(document.querySelector('input[name=version]')).toBeNull();
  expect(screen.getByRole('button', { name: '存草稿' })).toBeTruthy();
});
