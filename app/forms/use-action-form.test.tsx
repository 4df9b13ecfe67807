import { Form, useActionData } from '@remix-run/react';
import { createRemixStub } from '@remix-run/testing';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { TextField } from '~/components/form-field';
import { ErrorSummary } from '~/components/form-parts';
import { useActionForm, type ActionAnswer } from './use-action-form';

afterEach(cleanup);

const rules = { title: (value: string) => (value.trim() ? undefined : '请填写名称') };

function Page() {
  const form = useActionForm({ actionData: useActionData<ActionAnswer>(), rules });
  return (
    <Form {...form.props}>
      <ErrorSummary {...form.summary} />
      <TextField label="名称" {...form.field('title')} />
      <TextField label="电话" {...form.field('phone')} />
      <button name="intent" value="publish">
        发布
      </button>
      <button name="intent" value="draft" formNoValidate>
        存草稿
      </button>
    </Form>
  );
}

function show(answer: (values: Record<string, string>) => ActionAnswer | null) {
  const received = vi.fn(answer);
  const Stub = createRemixStub([
    {
      path: '/',
      Component: Page,
      action: async ({ request }) => {
        const values = Object.fromEntries(await request.formData()) as Record<string, string>;
        return received(values);
      },
    },
  ]);
  render(<Stub />);
  return received;
}

test('what the browser can see is said at once, and nothing is sent', async () => {
  const received = show(() => null);
  await userEvent.click(screen.getByText('发布'));
  const summary = await screen.findByRole('alert');
  expect(within(summary).getByText('请填写名称').getAttribute('href')).toBe('#title');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(received).not.toHaveBeenCalled();
});

test('what the server refuses stands at its field, and what was typed stays', async () => {
  const received = show((values) =>
    values.phone === '110' ? { values, errors: { phone: '电话不对' } } : null,
  );
  await userEvent.type(screen.getByLabelText('名称'), '机库');
  await userEvent.type(screen.getByLabelText('电话'), '110');
  await userEvent.click(screen.getByText('发布'));
  const summary = await screen.findByRole('alert');
  expect(within(summary).getByText('电话不对')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(screen.getByLabelText('电话').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('名称')).toHaveProperty('value', '机库');
  expect(received.mock.calls[0]?.[0]).toEqual({ title: '机库', phone: '110', intent: 'publish' });

  await userEvent.type(screen.getByLabelText('电话'), '119');
  await userEvent.click(screen.getByText('发布'));
  await waitFor(() => expect(received).toHaveBeenCalledTimes(2));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('a draft is sent as it is', async () => {
  const received = show(() => null);
  await userEvent.click(screen.getByText('存草稿'));
  await waitFor(() => expect(received).toHaveBeenCalledWith({ title: '', phone: '', intent: 'draft' }));
});

function Several() {
  const some = (text: string) => (text.trim() ? undefined : '请填写');
  const form = useActionForm({ rules: { title: some, budget: some, line: some } });
  form.field('budget');
  form.field('line');
  return (
    <Form {...form.props}>
      <ErrorSummary {...form.summary} />
      <TextField label="名称" {...form.field('title')} />
      <input type="radio" name="budget" value="open" aria-label="待定" />
      <input name="line" aria-label="第一条" />
      <input name="line" aria-label="第二条" />
      <button>发布</button>
    </Form>
  );
}

test('a choice and a list of lines are checked together with the rest, whichever line was filled', async () => {
  const received = vi.fn(() => null);
  const Stub = createRemixStub([{ path: '/', Component: Several, action: received }]);
  render(<Stub />);
  await userEvent.click(screen.getByText('发布'));
  expect(within(await screen.findByRole('alert')).getAllByRole('link')).toHaveLength(3);
  await userEvent.type(screen.getByLabelText('名称'), '机库');
  await userEvent.click(screen.getByLabelText('待定'));
  await userEvent.type(screen.getByLabelText('第二条'), '载重 20 公斤');
  await userEvent.click(screen.getByText('发布'));
  await waitFor(() => expect(received).toHaveBeenCalled());
});
