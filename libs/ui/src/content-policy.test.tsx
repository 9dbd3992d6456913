import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { AlertDialog, Button, Form, SearchField, TextField, UiProvider } from './index';

it('inserts no style or script elements, because the content security policy forbids them', () => {
  render(
    <UiProvider appTitle="App">
      <Form onSubmit={() => undefined}>
        <TextField name="title" label="Title" />
      </Form>
      <SearchField label="Search" value="" onValueChange={() => undefined} />
      <AlertDialog
        open
        onOpenChange={() => undefined}
        trigger={<Button>Delete</Button>}
        title="Delete?"
        confirm="Delete it"
        onConfirm={() => undefined}
      >
        Gone.
      </AlertDialog>
    </UiProvider>,
  );
  expect(document.querySelectorAll('style, script')).toHaveLength(0);
});
