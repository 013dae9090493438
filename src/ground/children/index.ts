// The front door of children's records: who a child is, and emergency access to that.
import type { Room } from '../../kernel/records/room.ts';
import {
  addChild,
  changeChild,
  findChild,
  listChildren,
  readChild,
  readChildToChange,
} from './child.operations.ts';
import { childPages } from './child.pages.ts';
import { childrenRecords } from './children.records.ts';
import { askEmergencyAccess, readInEmergency } from './emergency.operations.ts';

export const childrenRoom: Room = {
  name: 'children',
  title: 'Children',
  operations: [
    listChildren,
    findChild,
    readChild,
    readChildToChange,
    addChild,
    changeChild,
    askEmergencyAccess,
    readInEmergency,
  ],
  pages: childPages,
  records: childrenRecords,
  choices: {
    async schools({ db }) {
      const rows = await db.all(
        db.from('governance.agency').select(['id', 'name']).where('kind', '=', 'education').orderBy('name'),
      );
      return rows.map(({ id, name }) => ({ value: id, text: name }));
    },
  },
};
