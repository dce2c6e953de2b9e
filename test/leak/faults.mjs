// Leaks put into the program on purpose, one at a time: the paired worlds must notice each. `find` stands once in the
// file; `reveals` names the secret that gets out.

const SIGHT = 'src/sight';
const STATEMENTS = 'src/store/statements.h';

const RECORDS = 'that there are more records';
const GROUP = 'what a group was advised';
const HANDLER = 'which Officer deals with it';
const NOTE = 'a note on how it is handled';
const TOLD = 'that the leadership was told';

export const faults = [
  {
    name: 'leak class 1: a search for words looks at what everybody may read of the record',
    file: STATEMENTS,
    find: 'X(LIST_POSTINGS, "SELECT opened_at, record FROM posting WHERE principal = ?1 AND',
    replace: 'X(LIST_POSTINGS, "SELECT opened_at, record FROM posting WHERE ?1 = ?1 AND',
    reveals: 'who the constituent is, once the head has handed it on',
  },
  {
    name: 'leak class 2: a list is read without the grants',
    file: STATEMENTS,
    find: 'X(LIST_GRANTED, "SELECT opened_at, record, ref, procedure, state, title, due_at, due_calendar, takes_at FROM listing WHERE principal = ?1 AND',
    replace: 'X(LIST_GRANTED, "SELECT opened_at, record, ref, procedure, state, title, due_at, due_calendar, takes_at FROM listing WHERE ?1 = ?1 AND',
    reveals: RECORDS,
  },
  {
    name: 'leak class 2: the count of open requests counts those of others',
    file: STATEMENTS,
    find: 'FROM record WHERE opener = ?1 AND open = 1 AND service = ?2',
    replace: 'FROM record WHERE ?1 = ?1 AND open = 1 AND service = ?2',
    reveals: RECORDS,
  },
  {
    name: 'leak class 2: who joins a group reads what it was told before',
    file: `${SIGHT}/gate.c`,
    find: 'return since >= gate->holds.at[i].sees_from;',
    replace: 'return true;',
    reveals: GROUP,
  },
  {
    name: 'leak class 2: who left a group still reads what it is told',
    file: STATEMENTS,
    find: 'FROM holds WHERE person = ?1 AND since <= ?2 AND until > ?2")',
    replace: 'FROM holds WHERE person = ?1 AND since <= ?2")',
    reveals: GROUP,
  },
  {
    name: 'leak class 3: a form offers records that others may read',
    file: STATEMENTS,
    find: 'FROM listing l INDEXED BY listing_procedure WHERE l.principal = ?1 AND l.procedure = ?2',
    replace: 'FROM listing l WHERE ?1 = ?1 AND l.procedure = ?2',
    reveals: 'that a group was advised at all',
  },
  {
    name: 'leak class 4: a cursor counts records',
    file: `${SIGHT}/list.c`,
    find: '"%lld-%s", (long long)place.opened_at, query_text(q, sight->a)',
    replace: '"%lld%lld-%s", (long long)place.opened_at, (long long)place.record, query_text(q, sight->a)',
    reveals: RECORDS,
  },
  {
    name: 'leak class 5: a notice goes to everybody',
    file: STATEMENTS,
    find: 'WHERE n.principal = ?1 AND n.at >= ?2',
    replace: 'WHERE ?1 = ?1 AND n.at >= ?2',
    reveals: 'what the leadership was told',
  },
  {
    name: 'leak class 10: a hidden record is refused, an absent one is not found',
    file: 'src/web/power.c',
    find: '        http_error(request, response, 404, NULL);\n    return false;',
    replace: `        struct query *q = query(request->sight.db, Q_SIGHT_RECORD);
        bind_text(q, ref);
        http_error(request, response, query_int(q, 0) == 0 ? 404 : 403, NULL);
    }
    return false;`,
    also: [['src/web/power.c', '.cites = why.cites});\n    else\n', '.cites = why.cites});\n    else {\n']],
    reveals: RECORDS,
  },
  {
    name: 'leak class 23: the timeline shows acts whose part is hidden',
    file: `${SIGHT}/record.c`,
    find: 'if (!parts_have(&opened->parts, event->part))',
    replace: 'if (event->part == NULL)',
    reveals: TOLD,
  },
  {
    name: 'leak class 23: the record says who was told, whatever the part of the notice',
    file: `${SIGHT}/record.c`,
    find: 'if (!parts_have(&opened->parts, part_of_notice(opened->procedure, column_text(q, 0), column_text(q, 5))))',
    replace: 'if (part_of_notice(opened->procedure, column_text(q, 0), column_text(q, 5)) == NULL)',
    reveals: TOLD,
  },
  {
    name: 'leak class 23: who may read a hidden part is shown',
    file: `${SIGHT}/audience.c`,
    find: 'if (part == NULL || !parts_have(&opened->parts, part->name) || !parts_have(parts, part->name))',
    replace: 'if (part == NULL)',
    reveals: 'that the leadership is still to be told',
  },
  {
    name: 'leak class 23: a duty is shown whatever its part',
    file: `${SIGHT}/duties.c`,
    find: 'if (open->duty->quiet || !(mine || parts_have(parts, part_of_rule(open->duty->part))))',
    replace: 'if (open->duty->quiet)',
    reveals: 'that the leadership is still to be told',
  },
  {
    name: 'leak class 24: a record is called by what it is about, whoever may read that',
    file: `${SIGHT}/title.c`,
    find: 'if (query_step(q) && parts_have(parts, column_text(q, 0)))',
    replace: 'if (query_step(q))',
    pack: 'county',
    reveals: 'what was asked, when every Member may read the answer',
  },
  {
    name: 'leak class 24: what was written is shown with the record',
    file: `${SIGHT}/record.c`,
    find: `        if (part == NULL || !parts_have(&opened->parts, part->name))
            continue;
        const struct field`,
    replace: `        if (part == NULL)
            continue;
        const struct field`,
    reveals: NOTE,
  },
  {
    name: 'leak class 25: facts are copied out of a record that the Officer may not read',
    file: STATEMENTS,
    find: 's.part = ?2 AND h.person = ?3 AND h.since <= ?4',
    replace: 's.part = ?2 AND ?3 = ?3 AND h.since <= ?4',
    reveals: GROUP,
  },
  {
    name: 'leak class 26: the log says what was asked for',
    file: 'src/web/server.c',
    find: 'exchange->request.route == NULL ? "-" : exchange->request.route->path,',
    replace: 'exchange->head.target,',
    reveals: NOTE,
  },
  {
    name: 'leak class 28: a junior Officer who deals with a record is named',
    file: `${SIGHT}/names.c`,
    find: 'if (person != NULL && is_unnamed(gate, person, on))',
    replace: 'if (person == NULL)',
    reveals: HANDLER,
  },
  {
    name: 'leak class 28: a junior Officer who wrote something is named',
    file: `${SIGHT}/names.c`,
    find: '    if (is_unnamed(gate, person, on))',
    replace: '    if (person->id == NULL)',
    reveals: 'what a junior Officer is called',
  },
  {
    name: 'references count what others did',
    file: 'src/engine/act.c',
    find: 'rng_branch(engine_rng(job->engine), job->a, job->key == NULL ? job->made_by : job->key)',
    replace: 'engine_rng(job->engine)',
    reveals: RECORDS,
  },
  {
    name: 'leak class 2: what the leaders of other groups may know, their groups read',
    file: 'src/engine/principals.c',
    find: 'if (leader != NULL && directory_holder(directory, leader, situation->today) != NULL)',
    replace: 'if (leader == NULL)',
    reveals: 'that the Administration consented that others know what it asked',
  },
  {
    name: 'leak class 2: people who are named let all Officers read',
    file: 'src/engine/through.c',
    find: 'principals_add(a, to, principal_kind(relation->field->kind), id);',
    replace: `if (relation->field->kind == FIELD_PEOPLE)
            principals_add_name(a, to, "all:officers");
        else
            principals_add(a, to, principal_kind(relation->field->kind), id);`,
    reveals: 'which Officers were at a group’s meeting, and what it concluded',
  },
  {
    name: 'the number of a record is on its page',
    file: `${SIGHT}/record.c`,
    find: 'view_r->title = title_seen(&gate, opened.id, &opened.parts, opened.procedure);',
    replace:
      'view_r->title = arena_printf(sight->a, "%s (%lld)", title_seen(&gate, opened.id, &opened.parts, opened.procedure), (long long)opened.id);',
    reveals: RECORDS,
  },
  {
    name: 'leak class 2: what stands at /public was granted to somebody, not to everybody',
    pack: 'county',
    file: STATEMENTS,
    find: 'JOIN record r ON r.id = s.record WHERE s.principal = 1 AND (s.since, s.record)',
    replace: 'JOIN record r ON r.id = s.record WHERE s.principal <> 0 AND (s.since, s.record)',
    reveals: 'what is still to be published',
  },
  {
    name: 'leak class 24: a part shows the mark of another one',
    pack: 'county',
    file: STATEMENTS,
    find: 'WHERE m.record = ?1 AND m.part = ?2 ORDER BY m.id DESC',
    replace: 'WHERE m.record = ?1 AND ?2 = ?2 ORDER BY m.id DESC',
    reveals: 'that it was asked whether a part is confidential, and what was answered',
  },
  {
    name: 'leak class 28: who opened a record is named, although the pack hides it',
    pack: 'county',
    file: `${SIGHT}/veil.c`,
    find: 'bool hides = part != NULL && !parts_have(parts, PART_OPENER);',
    replace: 'bool hides = part != NULL && part->otherwise == NULL;',
    reveals: 'who made a Freedom of Information request',
  },
];
