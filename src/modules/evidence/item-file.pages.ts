// Files of an item on screen: the form that adds one and the address that hands it out.
import { type AnyPage, download, form } from '../../kernel/pages/page.ts';
import { addFile, readFile } from './item-file.operations.ts';
import { itemHref, itemTrail } from './item.pages.ts';
import { type ReadItem, readItemToChange } from './register.operations.ts';

export const itemFilePages: AnyPage[] = [
  form({
    path: '/evidence/items/:id/files/new',
    title: (item: ReadItem) => `Add a file to “${item.title}”`,
    command: addFile,
    before: readItemToChange,
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Add file',
    next: ({ id }) => itemHref(id),
    done: 'File added',
    trail: itemTrail,
  }),
  download({
    path: '/evidence/items/:id/files/:file_id',
    query: readFile,
    input: ({ params }) => params,
    give: (given) => given,
  }),
];
