import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { useState } from 'react';
import { atMost, Button, CheckboxField, ChoiceField, Form, TextArea, TextField } from './index';

function NoteForm({ errors: fieldErrors = {}, onSubmit = (): unknown => undefined }) {
  return (
    <Form error={{ fieldErrors }} onSubmit={onSubmit}>
      <TextField name="title" label="Title" hint="Short is good." required />
      <TextArea name="body" label="Text" />
      <Button type="submit">Save</Button>
    </Form>
  );
}

describe('a form', () => {
  it('shows each error message at its field', () => {
    render(<NoteForm errors={{ body: ['Too long.'] }} />);
    const text = screen.getByLabelText('Text');
    expect(text).toBeInvalid();
    expect(text).toHaveAccessibleDescription('Too long.');
    expect(screen.getByLabelText('Title')).not.toHaveAttribute('aria-invalid');
  });

  it('keeps the values when the server rejects them, and focuses the field', async () => {
    const user = userEvent.setup();
    const view = render(<NoteForm />);
    await user.type(screen.getByLabelText('Title'), 'Shed');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    view.rerender(<NoteForm errors={{ title: ['Taken.'] }} />);
    expect(screen.getByLabelText('Title')).toHaveValue('Shed');
    expect(screen.getByLabelText('Title')).toHaveFocus();
  });

  it('focuses the field again when the server rejects it after a pending request', async () => {
    const user = userEvent.setup();
    const view = render(<NoteForm />);
    await user.type(screen.getByLabelText('Title'), 'Shed');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await user.click(screen.getByRole('button', { name: 'Save' }));
      view.rerender(<NoteForm errors={{}} />);
      view.rerender(<NoteForm errors={{ body: ['Too long.'] }} />);
      expect(screen.getByLabelText('Text')).toHaveFocus();
      expect(screen.getByLabelText('Text')).toHaveAccessibleDescription('Too long.');
    }
  });

  it('is submitted once until its request has ended', () => {
    const onSubmit = vi.fn(() => new Promise(() => undefined));
    render(<NoteForm onSubmit={onSubmit} />);
    fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'Shed' } });
    const form = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).form;
    form?.requestSubmit();
    form?.requestSubmit();
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('moves from a title to the next field with Enter, and is submitted if there is none', async () => {
    const user = userEvent.setup();
    const onSubmit = vi.fn();
    const title = <TextField name="title" label="Title" size="display" />;
    const { rerender } = render(
      <Form onSubmit={onSubmit}>
        {title}
        <TextArea name="body" label="Text" />
      </Form>,
    );
    await user.type(screen.getByLabelText('Title'), 'Shed{Enter}Door');
    expect(screen.getByLabelText('Title')).toHaveValue('Shed');
    expect(screen.getByLabelText('Text')).toHaveValue('Door');
    expect(onSubmit).not.toHaveBeenCalled();
    rerender(<Form onSubmit={onSubmit}>{title}</Form>);
    await user.type(screen.getByLabelText('Title'), '{Enter}');
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('wraps a title, but accepts no line break in it', async () => {
    const user = userEvent.setup();
    const onValueChange = vi.fn();
    render(<TextField name="title" label="Title" size="display" onValueChange={onValueChange} />);
    expect(screen.getByLabelText('Title').tagName).toBe('TEXTAREA');
    await user.click(screen.getByLabelText('Title'));
    await user.paste('Shed\r\n Door');
    expect(onValueChange.mock.lastCall?.[0]).toBe('Shed Door');
  });

  it('is not submitted while a required field is empty', async () => {
    const user = userEvent.setup();
    const onSubmit = vi.fn();
    render(<NoteForm onSubmit={onSubmit} />);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Title')).toBeInvalid();
  });

  it('is not submitted while a text is too long', async () => {
    const user = userEvent.setup();
    const onSubmit = vi.fn();
    render(
      <Form onSubmit={onSubmit}>
        <TextField name="title" label="Title" validate={atMost(3)} />
        <Button type="submit">Save</Button>
      </Form>,
    );
    await user.type(screen.getByLabelText('Title'), ' Shed ');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Title')).toHaveAccessibleDescription('Write at most 3 characters.');
    await user.type(screen.getByLabelText('Title'), '{Backspace}{Backspace} ');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('describes a field with its hint', () => {
    render(<NoteForm />);
    expect(screen.getByLabelText('Title')).toHaveAccessibleDescription('Short is good.');
  });
});

describe('a choice field', () => {
  function PlaceForm({ errors: fieldErrors = {}, onSubmit = () => undefined }) {
    const [place, setPlace] = useState('');
    return (
      <Form error={{ fieldErrors }} onSubmit={onSubmit}>
        <ChoiceField
          name="place"
          label="Place"
          required
          nothing="Choose a place"
          options={[{ value: 'shed', label: 'The shed' }]}
          value={place}
          onValueChange={setPlace}
        />
        <Button type="submit">Save</Button>
      </Form>
    );
  }

  it('requires a choice', async () => {
    const user = userEvent.setup();
    const onSubmit = vi.fn();
    render(<PlaceForm onSubmit={onSubmit} />);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Place')).toBeInvalid();
    await user.selectOptions(screen.getByLabelText('Place'), 'The shed');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('shows an error message from the server', () => {
    render(<PlaceForm errors={{ place: ['It is gone.'] }} />);
    expect(screen.getByLabelText('Place')).toHaveAccessibleDescription('It is gone.');
  });
});

it('toggles a checkbox with a click on its label', async () => {
  const onCheckedChange = vi.fn();
  render(<CheckboxField name="paid" label="Paid" checked={false} onCheckedChange={onCheckedChange} />);
  await userEvent.click(screen.getByText('Paid'));
  expect(onCheckedChange).toHaveBeenCalledWith(true);
});
