// The kinds of words that steps take.
import { defineParameterType } from '@cucumber/cucumber';
import { ORDINALS, ROLES } from './accounts.mjs';

defineParameterType({
  name: 'who',
  regexp: new RegExp(
    `委员[${ORDINALS}]|单位[${ORDINALS}](?:经办人|领导)|${Object.keys(ROLES)
      .sort((a, b) => b.length - a.length)
      .join('|')}|公众`,
  ),
  transformer: (who) => who,
});
defineParameterType({ name: 'unit', regexp: new RegExp(`单位([${ORDINALS}])`), transformer: (sign) => sign });
defineParameterType({ name: 'title', regexp: /《([^》]+)》/, transformer: (title) => title });
defineParameterType({ name: 'words', regexp: /“([^”]*)”/, transformer: (words) => words });
// One word of the field, ended by any mark.
defineParameterType({
  name: 'term',
  regexp: /[^\s,\uff0c\u3002\u3001:\uff1a\uff1b“”《》]+/,
  transformer: (term) => term,
});
