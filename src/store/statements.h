/*
 * Every SQL statement of the program, by name. Parameters are ?1, ?2, … in the order of binding. X(name, text) serves
 * both engines; Y(name, sqlite text, postgresql text) is for the few that must differ. Both engines prepare all of them
 * in the tests.
 */
#ifndef COMITY_STATEMENTS_H
#define COMITY_STATEMENTS_H

/* clang-format off */
#define STATEMENTS(X, Y)                                                                                                          \
    Y(TABLE_COUNT, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'",                                                     \
      "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname = current_schema()") \
    X(META_GET, "SELECT value FROM meta WHERE key = ?1")                                                                          \
    X(META_PUT, "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")           \
                                                                                                                                  \
    /* tokens: of scripts. Only the SHA-256 (hex) of a token is kept; its first 12 digits name it to people */                    \
    X(TOKEN_PERSON, "SELECT person FROM token WHERE hash = ?1 AND revoked_at IS NULL")                                            \
    X(TOKEN_ADD, "INSERT INTO token (hash, person, label, created_at, revoked_at) VALUES (?1, ?2, ?3, ?4, NULL)")                 \
    X(TOKEN_ALL, "SELECT substr(hash, 1, 12), person, label, created_at, revoked_at FROM token ORDER BY created_at, hash")        \
    X(TOKEN_REVOKE, "UPDATE token SET revoked_at = ?2 WHERE substr(hash, 1, 12) = ?1 AND revoked_at IS NULL RETURNING 1")         \
                                                                                                                                  \
    /* cli */                                                                                                                     \
    X(META_DROP, "DELETE FROM meta WHERE key = ?1")                                                                               \
    X(CLOSURE_DAYS, "SELECT day, name, proclaimed_at FROM closure ORDER BY day")                                                  \
    X(RECORD_UNHANDLED, "SELECT p.name, r.ref FROM record r JOIN principal p ON p.id = r.handler WHERE r.open = 1 AND NOT EXISTS " \
      "(SELECT 1 FROM holds h WHERE h.principal = r.handler AND h.since <= ?1 AND h.until > ?1) ORDER BY p.name, r.opened_at, r.ref") \
    X(RECORD_HANDLED_COUNT, "SELECT count(*) FROM record r JOIN principal p ON p.id = r.handler WHERE r.open = 1 AND p.name = ?1") \
    X(DUTY_LAST_DUE, "SELECT coalesce(max(due_at), 0) FROM duty WHERE state = 'open'")                                            \
    X(RECORD_COUNT, "SELECT count(*) FROM record")                                                                                \
                                                                                                                                  \
    /* directory */                                                                                                               \
    X(PERSON_ALL, "SELECT id, kind, name, email, active, extra FROM person")                                                      \
    X(PERSON_CLEAR, "DELETE FROM person")                                                                                         \
    X(PERSON_ADD, "INSERT INTO person (id, kind, name, email, active, extra) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")                    \
    X(ORGANIZATION_ALL, "SELECT id, classification, name, parent, extra FROM organization")                                       \
    X(ORGANIZATION_CLEAR, "DELETE FROM organization")                                                                             \
    X(ORGANIZATION_ADD, "INSERT INTO organization (id, classification, name, parent, extra) VALUES (?1, ?2, ?3, ?4, ?5)")         \
    X(AREA_ALL, "SELECT id, classification, name, extra FROM area")                                                               \
    X(AREA_CLEAR, "DELETE FROM area")                                                                                             \
    X(AREA_ADD, "INSERT INTO area (id, classification, name, extra) VALUES (?1, ?2, ?3, ?4)")                                     \
    X(POST_ALL, "SELECT id, label, role, organization, area, tier, deputy, extra FROM post")                                      \
    X(POST_CLEAR, "DELETE FROM post")                                                                                             \
    X(POST_ADD, "INSERT INTO post (id, label, role, organization, area, tier, deputy, extra) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)") \
    X(MEMBERSHIP_ALL, "SELECT id, person, organization, post, area, role, label, start_date, end_date, extra, known_at FROM membership") \
    X(MEMBERSHIP_CLEAR, "DELETE FROM membership")                                                                                 \
    X(MEMBERSHIP_ADD, "INSERT INTO membership (id, person, organization, post, area, role, label, start_date, end_date, extra, known_at) " \
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")                                                                    \
    X(RECORD_ANY, "SELECT count(*) FROM (SELECT 1 FROM record LIMIT 1) AS first")                                                 \
    /* who may not sign in keeps nothing to sign in with: neither what is in use nor what was sent out */                         \
    X(ACCESS_END_SESSIONS, "DELETE FROM session WHERE person NOT IN (SELECT id FROM person WHERE active = 1) AND person NOT IN (SELECT id FROM guest)")                    \
    X(ACCESS_END_TOKENS, "UPDATE token SET revoked_at = ?1 WHERE revoked_at IS NULL AND person NOT IN (SELECT id FROM person WHERE active = 1)") \
    X(ACCESS_END_INVITATIONS, "UPDATE invitation SET used_at = ?1 WHERE used_at IS NULL AND person NOT IN (SELECT id FROM person WHERE active = 1)") \
                                                                                                                                  \
    /* engine: the council */                                                                                                    \
    X(COUNCIL_VERSION, "SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'council'), 0) + coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'directory'), 0)") \
    X(PACK_ALL, "SELECT hash, source FROM pack ORDER BY hash")                                                                   \
    X(PACK_ADD, "INSERT INTO pack (hash, name, adopted_at, source) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (hash) DO NOTHING")       \
    X(CLOSURE_ADD, "INSERT INTO closure (day, name, proclaimed_at) VALUES (?1, ?2, ?3)")                                         \
                                                                                                                                 \
    /* engine: a record. Whether a person sees any part of it: the grants joined with what they hold */                          \
    X(RECORD_SEEN, "SELECT r.id FROM record r WHERE r.ref = ?1 AND EXISTS (SELECT 1 FROM sight s JOIN holds h ON h.principal = s.principal " \
      "WHERE s.record = r.id AND s.part = 'record' AND h.person = ?2 AND h.since <= ?3 AND h.until > ?3 AND (s.since >= h.sees_from OR ?4 = 1) " \
      "UNION ALL SELECT 1 FROM sight s WHERE s.record = r.id AND s.part = 'record' AND s.principal = 1)")                       \
    X(RECORD_GET, "SELECT r.ref, r.procedure, r.pack, r.state, r.opener, r.opener_group, r.service, p.name, r.fields, r.opened_at, r.closed_at FROM record r LEFT JOIN principal p ON p.id = r.handler WHERE r.id = ?1") \
    X(REF_USED, "SELECT 1 FROM record WHERE ref = ?1 UNION ALL SELECT 1 FROM notice WHERE ref = ?1")                             \
    X(RECORD_ADD, "INSERT INTO record (ref, procedure, pack, state, open, opener, opener_group, service, handler, fields, opened_at) " \
      "VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING id")                                                        \
    X(RECORD_STATE, "UPDATE record SET state = ?2, open = ?3, closed_at = ?4 WHERE id = ?1")                                     \
    X(RECORD_PACK, "UPDATE record SET pack = ?2 WHERE id = ?1")                                                                  \
    X(RECORD_OF_EARLIER, "SELECT id FROM record WHERE open = 1 AND pack <> ?1 AND id > ?2 ORDER BY id LIMIT 1")                  \
    X(RECORD_HANDLER, "UPDATE record SET handler = ?2 WHERE id = ?1")                                                            \
    X(RECORD_FIELDS, "UPDATE record SET fields = ?2 WHERE id = ?1")                                                              \
    X(RECORD_OPEN_COUNT, "SELECT count(*) FROM record WHERE opener = ?1 AND open = 1 AND service = ?2")                          \
    X(EVENT_OF, "SELECT id, at, actor, power, from_state, to_state, part, say, cites FROM event WHERE record = ?1 ORDER BY id")  \
    X(EVENT_ADD, "INSERT INTO event (record, at, actor, power, from_state, to_state, part, say, cites) "                         \
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING id")                                                                \
    X(DECISION_ADD, "INSERT INTO decision (record, event, at, kind, name, duty, actor, pack, council, fields, digest) "          \
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")                                                                   \
    X(COUNCIL_KEPT, "SELECT hash, facts FROM council_version WHERE id = ?1")                                                     \
    X(COUNCIL_KEPT_ID, "SELECT id FROM council_version WHERE hash = ?1")                                                         \
    X(COUNCIL_KEEP, "INSERT INTO council_version (hash, facts) VALUES (?1, ?2) RETURNING id")                                    \
    X(ENTRY_VERSION, "SELECT coalesce(max(version), 0) FROM entry WHERE record = ?1 AND part = ?2 AND field = ?3")               \
    X(ENTRY_ADD, "INSERT INTO entry (record, event, part, field, version, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")                \
    X(ENTRY_BODIES, "SELECT body FROM entry WHERE record = ?1 AND part = ?2")                                                    \
    /* the latest text of a part, if the person may read it: what a field of kind record copies */                               \
    X(ENTRY_SEEN, "SELECT e.body FROM record r JOIN entry e ON e.record = r.id WHERE r.ref = ?1 AND e.part = ?2 AND EXISTS (SELECT 1 FROM sight s JOIN holds h " \
      "ON h.principal = s.principal WHERE s.record = r.id AND s.part = ?2 AND h.person = ?3 AND h.since <= ?4 AND h.until > ?4 AND (s.since >= h.sees_from OR ?5 = 1) " \
      "UNION ALL SELECT 1 FROM sight s WHERE s.record = r.id AND s.part = ?2 AND s.principal = 1) "                             \
      "ORDER BY e.id DESC LIMIT 1")                                                                                              \
    X(ENTRY_OF_FIELD, "SELECT body FROM entry WHERE record = ?1 AND field = ?2 ORDER BY id DESC LIMIT 1")                        \
    /* as it was before event ?2 */                                                                                              \
    X(APART_OF, "SELECT DISTINCT other FROM apart WHERE one = ?1 AND since < ?2 AND (until IS NULL OR until >= ?2) ORDER BY other") \
    X(APART_ADD, "INSERT INTO apart (one, other, record, since, until) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")      \
    X(APART_AGAIN, "INSERT INTO apart (one, other, record, since) SELECT DISTINCT a.one, a.other, a.record, e.id FROM apart a "  \
      "JOIN event e ON e.id = ?2 WHERE a.record = ?1 ON CONFLICT DO NOTHING")                                                    \
    X(APART_END, "UPDATE apart SET until = ?2 WHERE record = ?1 AND until IS NULL")                                              \
    X(LINK_ADD, "INSERT INTO link (record, other, part, field, event) VALUES (?1, ?2, ?3, ?4, ?5)")                              \
    X(MARK_ADD, "INSERT INTO mark (record, part, mark, event) VALUES (?1, ?2, ?3, ?4)")                                          \
    X(RECORD_ID, "SELECT id FROM record WHERE ref = ?1")                                                                         \
    X(GRANT_PARTS, "SELECT part FROM sight WHERE record = ?1 ORDER BY part")                                            \
    X(GRANT_ADD, "INSERT INTO sight (record, part, principal, since, event, relation, cites) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) " \
      "ON CONFLICT (record, part, principal) DO UPDATE SET relation = excluded.relation WHERE sight.event <> excluded.event") \
    X(GRANT_DROP, "DELETE FROM sight WHERE record = ?1 AND part = ?2 AND principal = ?3")                                        \
    X(GRANT_OF_PART, "SELECT principal, since FROM sight WHERE record = ?1 AND part = ?2")                                       \
    X(GRANT_OF_PRINCIPAL, "SELECT part, since FROM sight WHERE record = ?1 AND principal = ?2")                                  \
    X(LISTING_DROP, "DELETE FROM listing WHERE record = ?1")                                                                     \
    X(LISTING_ADD, "INSERT INTO listing (principal, open, opened_at, record, procedure, since, ref, state, title, due_at, due_calendar, opener, takes_at, takes_of) " \
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")                                                                 \
    X(LISTING_DUE, "SELECT due_at, name FROM duty WHERE record = ?1 AND state = 'open' AND quiet = 0 AND part = 'record' ORDER BY due_at, id LIMIT 1")        \
    X(RECORD_TAKES, "SELECT takes_at, takes_of FROM record WHERE id = ?1 AND takes_at IS NOT NULL")                              \
    X(RECORD_TAKES_PUT, "UPDATE record SET takes_at = ?2, takes_of = ?3 WHERE id = ?1")                                          \
    X(TITLE_OF, "SELECT part, body FROM entry WHERE record = ?1 AND field = 'subject' ORDER BY id LIMIT 1")                      \
    X(POSTING_ADD, "INSERT INTO posting (principal, word, opened_at, record, since) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING") \
    X(POSTING_DROP, "DELETE FROM posting WHERE principal = ?1 AND word = ?2 AND opened_at = ?3 AND record = ?4")                                                  \
                                                                                                                                 \
    /* engine: duties and notices */                                                                                             \
    X(DUTY_OF, "SELECT d.id, d.name, p.name, d.state, d.started_at, d.counted_from, d.amount, d.unit, d.due_at, d.missed_at, d.step, d.next_at " \
      "FROM duty d JOIN principal p ON p.id = d.bearer WHERE d.record = ?1 AND d.state IN ('open', 'paused') ORDER BY d.id")     \
    X(DUTY_ADD, "INSERT INTO duty (record, name, bearer, state, part, started_at, counted_from, amount, unit, due_at, missed_at, step, next_at, quiet, event, cites) " \
      "VALUES (?1, ?2, ?3, 'open', ?4, ?5, ?5, ?6, ?7, ?8, NULL, 0, ?8, ?9, ?10, ?11)")                                          \
    X(DUTY_END, "UPDATE duty SET state = ?2, ended_by = ?3 WHERE id = ?1")                                                       \
    X(DUTY_PAUSE, "UPDATE duty SET state = 'paused', amount = ?2, unit = ?3 WHERE id = ?1")                                      \
    X(DUTY_MOVE, "UPDATE duty SET state = 'open', counted_from = ?2, amount = ?3, unit = ?4, due_at = ?5, next_at = ?6 WHERE id = ?1") \
    X(DUTY_MISSED, "UPDATE duty SET missed_at = ?2, step = ?3, next_at = ?4 WHERE id = ?1")                                      \
    X(DUTY_BEARER, "UPDATE duty SET bearer = ?2 WHERE id = ?1")                                                                  \
    X(DUTY_NEXT, "SELECT id, record FROM duty WHERE state = 'open' AND next_at <= ?1 ORDER BY next_at, id LIMIT 1")              \
    X(DUTY_NEXT_AT, "SELECT min(next_at) FROM duty WHERE state = 'open'")                                                        \
    X(DUTY_OPEN_AFTER, "SELECT id, record, name FROM duty WHERE state = 'open' AND due_at > ?1 AND id > ?2 ORDER BY id LIMIT 500") \
    X(NOTICE_COUNT, "SELECT count(*) FROM notice n JOIN principal p ON p.id = n.principal WHERE p.name = ?1")                    \
    X(NOTICE_ADD, "INSERT INTO notice (ref, principal, at, record, event, name, title, body, cites) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)") \
                                                                                                                                 \
    /* engine: guests, and the codes with which they come back */                                                                \
    X(GUEST_GET, "SELECT name, ended_at FROM guest WHERE id = ?1")                                                               \
    X(GUEST_ADD, "INSERT INTO guest (id, record, is_opener, name, since, ended_at, made_by) VALUES (?1, ?2, ?3, ?4, ?5, NULL, ?6)") \
    X(GUEST_RECORD, "SELECT r.ref FROM guest g JOIN record r ON r.id = g.record WHERE g.id = ?1")                                \
    X(GUEST_MADE_BY, "SELECT id, name, is_opener FROM guest WHERE made_by = ?1 ORDER BY id")                                     \
    X(GUEST_END, "UPDATE guest SET ended_at = ?2 WHERE record = ?1 AND is_opener = 0 AND ended_at IS NULL")                      \
    X(GUEST_END_HOLDS, "DELETE FROM holds WHERE person IN (SELECT id FROM guest WHERE record = ?1 AND ended_at IS NOT NULL)")    \
    X(GUEST_CODE_ADD, "INSERT INTO guest_code (hash, guest) VALUES (?1, ?2) ON CONFLICT DO NOTHING RETURNING 1")                 \
    X(GUEST_BY_CODE, "SELECT c.guest FROM guest_code c JOIN guest g ON g.id = c.guest WHERE c.hash = ?1 AND g.ended_at IS NULL") \
                                                                                                                                 \
    /* engine: repeated requests */                                                                                              \
    X(REQUEST_GET, "SELECT hash, outcome FROM request WHERE person = ?1 AND key = ?2")                                           \
    X(REQUEST_ADD, "INSERT INTO request (person, key, hash, outcome, at) VALUES (?1, ?2, ?3, ?4, ?5)")                           \
                                                                                                                                 \
    /* what is held until it is sent, or taken back */                                                                           \
    X(HELD_PUT, "INSERT INTO held (ref, person, key, procedure, record, power, title, fields, held_at, sends_at, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, NULL) ON CONFLICT (ref) DO UPDATE SET held_at = excluded.held_at, sends_at = excluded.sends_at, why = NULL") \
    X(HELD_NEXT, "SELECT ref, person, key, procedure, record, power, fields FROM held WHERE sends_at <= ?1 ORDER BY sends_at, ref LIMIT 1") \
    X(HELD_TO_SEND, "SELECT ref, person, key, procedure, record, power, fields FROM held WHERE ref = ?1 AND person = ?2 AND sends_at IS NOT NULL") \
    X(HELD_NEXT_AT, "SELECT min(sends_at) FROM held")                                                                            \
    X(HELD_OF, "SELECT ref, title, procedure, record, power, fields, sends_at, why, key FROM held WHERE person = ?1 ORDER BY held_at DESC, ref LIMIT ?2") \
    X(HELD_ONE, "SELECT ref, title, procedure, record, power, fields, sends_at, why, key FROM held WHERE ref = ?1 AND person = ?2")     \
    X(HELD_STOP, "UPDATE held SET sends_at = NULL, why = ?3 WHERE ref = ?1 AND person = ?2 AND sends_at IS NOT NULL RETURNING 1")            \
    X(HELD_DROP, "DELETE FROM held WHERE ref = ?1 AND person = ?2")                                                              \
    X(HELD_WOULD_MISS, "SELECT count(*) FROM duty d JOIN holds h ON h.principal = d.bearer WHERE d.record = (SELECT id FROM record WHERE ref = ?1) AND d.state = 'open' AND d.next_at <= ?3 AND h.person = ?2 AND h.since <= ?4 AND h.until > ?4") \
                                                                                                                                 \
    /* what people chose for themselves */                                                                                       \
    X(VIEW_PUT, "INSERT INTO saved_view (person, name, query) VALUES (?1, ?2, ?3) ON CONFLICT (person, name) DO UPDATE SET query = excluded.query") \
    X(VIEWS_OF, "SELECT name, query FROM saved_view WHERE person = ?1 ORDER BY name LIMIT ?2")                                   \
    X(VIEW_COUNT, "SELECT count(*) FROM saved_view WHERE person = ?1 AND name <> ?2")                                                           \
    X(VIEW_DROP, "DELETE FROM saved_view WHERE person = ?1 AND name = ?2")                                                       \
    X(SETTING_GET, "SELECT value FROM setting WHERE person = ?1 AND name = ?2")                                                  \
    X(SETTING_PUT, "INSERT INTO setting (person, name, value) VALUES (?1, ?2, ?3) ON CONFLICT (person, name) DO UPDATE SET value = excluded.value") \
                                                                                                                                 \
    /* web: sessions, passwords and invitations, of which only hashes are kept; times are the real clock's */                     \
    X(SESSION_BY_HASH, "SELECT person, created_at, seen_at FROM session WHERE hash = ?1")                                         \
    X(SESSION_ADD, "INSERT INTO session (hash, person, created_at, seen_at) VALUES (?1, ?2, ?3, ?3)")                             \
    X(SESSION_TOUCH, "UPDATE session SET seen_at = ?2 WHERE hash = ?1")                                                           \
    X(SESSION_END, "DELETE FROM session WHERE hash = ?1")                                                                         \
    X(SESSION_END_ALL, "DELETE FROM session WHERE person = ?1")                                                                   \
    X(SESSION_EXPIRE, "DELETE FROM session WHERE created_at <= ?1 OR seen_at <= ?2")                                              \
    X(REQUEST_COUNT, "SELECT count(*) FROM request WHERE person = ?1")                                                            \
    X(CREDENTIAL_OF, "SELECT hash FROM credential WHERE person = ?1")                                                             \
    X(CREDENTIAL_PUT, "INSERT INTO credential (person, hash, changed_at) VALUES (?1, ?2, ?3) "                                    \
      "ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at")                                \
    X(INVITATION_ADD, "INSERT INTO invitation (hash, person, created_at, expires_at, used_at) VALUES (?1, ?2, ?3, ?4, NULL)")     \
    X(INVITATION_PERSON, "SELECT person FROM invitation WHERE hash = ?1 AND used_at IS NULL AND expires_at > ?2")                 \
    X(INVITATION_USE, "UPDATE invitation SET used_at = ?2 WHERE hash = ?1 AND used_at IS NULL AND expires_at > ?2 RETURNING person")\
    X(INVITATION_USE_ALL, "UPDATE invitation SET used_at = ?2 WHERE person = ?1 AND used_at IS NULL")                             \
                                                                                                                                  \
    /* sight: one record, through the grants that the viewer's principals hold */                                                 \
    X(SIGHT_RECORD, "SELECT id, procedure, pack, opened_at, opener FROM record WHERE ref = ?1")                                           \
    X(SIGHT_RECORD_OF_ID, "SELECT ref, procedure, pack FROM record WHERE id = ?1")                                                \
    X(SIGHT_PARTS, "SELECT part, principal, since FROM sight WHERE record = ?1")                                                  \
    X(SIGHT_GRANTS, "SELECT s.part, p.name, s.since, s.relation, s.cites FROM sight s JOIN principal p ON p.id = s.principal WHERE s.record = ?1") \
    X(SIGHT_ENTRIES, "SELECT e.part, e.field, e.version, e.body, v.at, v.actor, v.power FROM entry e JOIN event v ON v.id = e.event WHERE e.record = ?1 ORDER BY e.id") \
    /* a notice of a missed duty goes with the event of the miss */                                                               \
    X(SIGHT_TOLD, "SELECT n.name, n.title, n.at, n.cites, p.name, v.part FROM notice n JOIN principal p ON p.id = n.principal LEFT JOIN event v ON v.id = n.event " \
      "WHERE n.record = ?1 ORDER BY n.id")                                                                                        \
    X(SIGHT_DUTIES_MET, "SELECT d.name, p.name, d.part, d.started_at, d.due_at, d.missed_at, v.at, v.part FROM duty d JOIN principal p ON p.id = d.bearer JOIN event v ON v.id = d.ended_by " \
      "WHERE d.record = ?1 AND d.state = 'met' AND d.quiet = 0 ORDER BY d.id")                                                    \
    /* what a record names, and what names it: the newest first */                                                                \
    X(SIGHT_LINKS, "SELECT other, part FROM link WHERE record = ?1 ORDER BY id DESC")                                             \
    X(SIGHT_LINKED_BY, "SELECT record, part FROM link WHERE other = ?1 ORDER BY id DESC")                                         \
    X(SIGHT_LINK_OF, "SELECT other FROM link WHERE record = ?1 AND field = ?2 ORDER BY id DESC LIMIT 1")                          \
    X(SIGHT_MARK, "SELECT m.mark, e.at, e.actor FROM mark m JOIN event e ON e.id = m.event WHERE m.record = ?1 AND m.part = ?2 ORDER BY m.id DESC LIMIT 1") \
    X(SIGHT_READINGS, "SELECT part, person, at FROM reading WHERE record = ?1")                                                   \
    X(SIGHT_LINE, "SELECT ref, procedure, pack, state, opener FROM record WHERE id = ?1")                                                 \
    X(SIGHT_READ, "SELECT part FROM reading WHERE record = ?1 AND person = ?2 AND day = ?3")                           \
    X(SIGHT_READ_ADD, "INSERT INTO reading (record, part, person, day, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")   \
                                                                                                                                  \
    /* sight: lists. Each is one range of one principal, from a place (the time of opening, and the record) downwards; ?1 principal, ?5 from \
       when its grants count */                                                                                                   \
    X(LIST_GRANTED, "SELECT opened_at, record, ref, procedure, state, title, due_at, due_calendar, takes_at FROM listing WHERE principal = ?1 AND open = ?2 AND (opened_at, record) < (?3, ?4) " \
      "AND since >= ?5 ORDER BY opened_at DESC, record DESC LIMIT ?6")                                                            \
    /* SQLite would rather read past the other procedures, which costs more the more there are */                                 \
    Y(LIST_OF_PROCEDURE, "SELECT opened_at, record, ref, procedure, state, title, due_at, due_calendar, takes_at FROM listing INDEXED BY listing_procedure WHERE principal = ?1 AND open = ?2 AND (opened_at, record) < (?3, ?4) AND since >= ?5 " \
      "AND procedure = ?7 ORDER BY opened_at DESC, record DESC LIMIT ?6",                                                         \
      "SELECT opened_at, record, ref, procedure, state, title, due_at, due_calendar, takes_at FROM listing WHERE principal = ?1 AND open = ?2 AND (opened_at, record) < (?3, ?4) AND since >= ?5 " \
      "AND procedure = ?7 ORDER BY opened_at DESC, record DESC LIMIT ?6")                                                         \
    /* of these what ?8 opened, and is known to have opened; ?7 NULL: of any procedure. A person opens hundreds, and can read thousands: \
       CROSS JOIN, so that SQLite begins with the hundreds */                                                                     \
    Y(LIST_OPENED, "SELECT l.opened_at, l.record, l.ref, l.procedure, l.state, l.title, l.due_at, l.due_calendar, l.takes_at FROM record r CROSS JOIN listing l " \
      "ON l.principal = ?1 AND l.open = r.open AND l.opened_at = r.opened_at AND l.record = r.id WHERE r.opener = ?8 AND r.open = ?2 AND (r.opened_at, r.id) < (?3, ?4) " \
      "AND l.since >= ?5 AND l.opener = r.opener AND l.procedure = coalesce(?7, l.procedure) ORDER BY r.opened_at DESC, r.id DESC LIMIT ?6", \
      "SELECT l.opened_at, l.record, l.ref, l.procedure, l.state, l.title, l.due_at, l.due_calendar, l.takes_at FROM record r JOIN listing l " \
      "ON l.principal = ?1 AND l.open = r.open AND l.opened_at = r.opened_at AND l.record = r.id WHERE r.opener = ?8 AND r.open = ?2 AND (r.opened_at, r.id) < (?3, ?4) " \
      "AND l.since >= ?5 AND l.opener = r.opener AND l.procedure = coalesce(?7, l.procedure) ORDER BY r.opened_at DESC, r.id DESC LIMIT ?6") \
    /* open records that the principal ?1 deals with */                                                                           \
    Y(LIST_HANDLED, "SELECT l.opened_at, l.record, l.ref, l.procedure, l.state, l.title, l.due_at, l.due_calendar, l.takes_at FROM record r INDEXED BY record_handler CROSS JOIN listing l " \
      "ON l.principal = r.handler AND l.open = 1 AND l.opened_at = r.opened_at AND l.record = r.id WHERE r.handler = ?1 AND r.open = 1 AND l.since >= ?2 " \
      "ORDER BY r.opened_at DESC, r.id DESC LIMIT ?3",                                                                            \
      "SELECT l.opened_at, l.record, l.ref, l.procedure, l.state, l.title, l.due_at, l.due_calendar, l.takes_at FROM record r JOIN listing l " \
      "ON l.principal = r.handler AND l.open = 1 AND l.opened_at = r.opened_at AND l.record = r.id WHERE r.handler = ?1 AND r.open = 1 AND l.since >= ?2 " \
      "ORDER BY r.opened_at DESC, r.id DESC LIMIT ?3")                                                                            \
    X(LIST_OF_RECORD, "SELECT opened_at, record, ref, procedure, state, title, due_at, due_calendar, takes_at, open, principal, since, opener FROM listing WHERE record = ?1") \
    X(LIST_POSTINGS, "SELECT opened_at, record FROM posting WHERE principal = ?1 AND word = ?2 AND (opened_at, record) <= (?3, ?4) AND since >= ?5 " \
      "ORDER BY opened_at DESC, record DESC LIMIT ?6")                                                                            \
    /* records of a procedure in whose part ?5 something was written that the principal may read */                               \
    Y(LIST_SOURCES, "SELECT l.opened_at, l.record, l.ref, l.procedure, l.state, l.title, l.due_at, l.due_calendar, l.takes_at FROM listing l INDEXED BY listing_procedure WHERE l.principal = ?1 AND l.procedure = ?2 AND l.open = ?3 AND l.since >= ?4 " \
      "AND EXISTS (SELECT 1 FROM sight s WHERE s.record = l.record AND s.part = ?5 AND s.principal = l.principal AND s.since >= ?4) " \
      "AND EXISTS (SELECT 1 FROM entry e WHERE e.record = l.record AND e.part = ?5) ORDER BY l.opened_at DESC, l.record DESC LIMIT ?6", \
      "SELECT l.opened_at, l.record, l.ref, l.procedure, l.state, l.title, l.due_at, l.due_calendar, l.takes_at FROM listing l WHERE l.principal = ?1 AND l.procedure = ?2 AND l.open = ?3 AND l.since >= ?4 " \
      "AND EXISTS (SELECT 1 FROM sight s WHERE s.record = l.record AND s.part = ?5 AND s.principal = l.principal AND s.since >= ?4) " \
      "AND EXISTS (SELECT 1 FROM entry e WHERE e.record = l.record AND e.part = ?5) ORDER BY l.opened_at DESC, l.record DESC LIMIT ?6") \
    /* records of a procedure that the principal may see, in state ?5 or any */                                                   \
    Y(LIST_IN_STATE, "SELECT opened_at, record, ref, procedure, state, title, due_at, due_calendar, takes_at FROM listing INDEXED BY listing_procedure WHERE principal = ?1 AND procedure = ?2 AND open = ?3 AND since >= ?4 " \
      "AND state = coalesce(?5, state) ORDER BY opened_at DESC, record DESC LIMIT ?6",                                            \
      "SELECT opened_at, record, ref, procedure, state, title, due_at, due_calendar, takes_at FROM listing WHERE principal = ?1 AND procedure = ?2 AND open = ?3 AND since >= ?4 " \
      "AND state = coalesce(?5, state) ORDER BY opened_at DESC, record DESC LIMIT ?6")                                            \
    /* records of service ?6, opened from ?3 until before ?4: when they were answered, and what was missed of what others than the opener owed */ \
    Y(LIST_OF_SERVICE, "SELECT l.record, l.opened_at, "                                                                           \
      "(SELECT min(e.at) FROM event e WHERE e.record = l.record AND e.part = 'record' AND e.to_state IN ('answered', 'refused')), " \
      "(SELECT count(*) FROM duty d JOIN principal p ON p.id = d.bearer WHERE d.record = l.record AND d.quiet = 0 AND d.part = 'record' AND d.missed_at IS NOT NULL AND p.name <> 'person:' || r.opener) " \
      "FROM listing l CROSS JOIN record r ON r.id = l.record WHERE l.principal = ?1 AND l.open = ?2 AND l.opened_at >= ?3 AND l.opened_at < ?4 AND l.since >= ?5 AND r.service = ?6", \
      "SELECT l.record, l.opened_at, "                                                                                            \
      "(SELECT min(e.at) FROM event e WHERE e.record = l.record AND e.part = 'record' AND e.to_state IN ('answered', 'refused')), " \
      "(SELECT count(*) FROM duty d JOIN principal p ON p.id = d.bearer WHERE d.record = l.record AND d.quiet = 0 AND d.part = 'record' AND d.missed_at IS NOT NULL AND p.name <> 'person:' || r.opener) " \
      "FROM listing l JOIN record r ON r.id = l.record WHERE l.principal = ?1 AND l.open = ?2 AND l.opened_at >= ?3 AND l.opened_at < ?4 AND l.since >= ?5 AND r.service = ?6") \
    /* what everybody may read, by when it was published */                                                                      \
    X(PUBLISHED, "SELECT DISTINCT s.since, s.record, r.ref, r.procedure, r.pack FROM sight s JOIN record r ON r.id = s.record WHERE s.principal = 1 AND (s.since, s.record) < (?1, ?2) " \
      "ORDER BY s.since DESC, s.record DESC LIMIT ?3")                                                                            \
    X(LIST_DUTIES, "SELECT d.name, d.started_at, d.due_at, d.missed_at, d.cites, r.id, r.ref, r.procedure, r.pack, l.title FROM duty d JOIN record r ON r.id = d.record " \
      "LEFT JOIN listing l ON l.principal = d.bearer AND l.open = r.open AND l.opened_at = r.opened_at AND l.record = r.id AND l.since >= ?2 " \
      "WHERE d.bearer = ?1 AND d.quiet = 0 AND d.state = ?3 AND d.due_at > ?5 AND d.due_at <= ?6 ORDER BY d.due_at, d.id LIMIT ?4") \
    /* open records that take place from ?3 until before ?4 */                                                                   \
    X(LIST_TAKING_PLACE, "SELECT opened_at, record, ref, procedure, state, title, due_at, due_calendar, takes_at, takes_of FROM listing WHERE principal = ?1 AND takes_at >= ?3 AND takes_at < ?4 " \
      "AND open = 1 AND since >= ?2 ORDER BY takes_at LIMIT ?5")                                                                  \
    X(LIST_NOTICES, "SELECT n.id, n.ref, n.title, n.body, n.at, n.cites, n.record, r.ref, r.pack, r.procedure FROM notice n JOIN record r ON r.id = n.record " \
      "WHERE n.principal = ?1 AND n.at >= ?2 ORDER BY n.at DESC, n.id DESC LIMIT ?3")                                             \
                                                                                                                                  \
    /* the report: records opened from ?1 until before ?2, with what became of each before ?3. What its opener owed is left out */          \
    X(REPORT_RECORDS, "SELECT r.procedure, r.opener, r.opener_group, r.service, r.opened_at, "                                    \
      "(SELECT min(e.at) FROM event e WHERE e.record = r.id AND e.to_state = 'answered' AND e.at < ?3), "                                       \
      "(SELECT min(e.at) FROM event e WHERE e.record = r.id AND e.to_state = 'refused' AND e.at < ?3), "                                        \
      "(SELECT count(*) FROM duty d JOIN principal p ON p.id = d.bearer WHERE d.record = r.id AND d.quiet = 0 AND d.missed_at < ?3 AND p.name <> 'person:' || r.opener), r.fields " \
      "FROM record r WHERE r.opened_at >= ?1 AND r.opened_at < ?2")                                                               \
    X(REPORT_SPARED, "SELECT service, sum(requests) FROM spared WHERE day >= ?1 AND day <= ?2 GROUP BY service ORDER BY service") \
    X(SPARED_ADD, "INSERT INTO spared (day, procedure, service, requests) VALUES (?1, ?2, ?3, 1) ON CONFLICT (day, procedure, service) DO UPDATE SET requests = spared.requests + 1") \
                                                                                                                                  \
    /* ledger: a record and all that belongs to it, and what it was decided from */                                               \
    X(LEDGER_RECORD_AFTER, "SELECT id FROM record WHERE id > ?1 ORDER BY id LIMIT 1")                                             \
    X(LEDGER_RECORD, "SELECT r.ref, r.procedure, r.pack, r.state, r.open, r.opener, r.opener_group, r.service, p.name, r.fields, r.opened_at, r.closed_at " \
      "FROM record r LEFT JOIN principal p ON p.id = r.handler WHERE r.id = ?1")                                                  \
    X(LEDGER_DECISIONS, "SELECT id, event, at, kind, name, duty, actor, pack, council, fields, digest FROM decision WHERE record = ?1 AND id < ?2 ORDER BY id") \
    X(LEDGER_OPENED_AFTER, "SELECT record FROM decision WHERE id > ?1 AND kind = 'opened' ORDER BY id LIMIT 1")                   \
    X(LEDGER_ENTERED, "SELECT body FROM entry WHERE record = ?1 AND event = ?2 AND field = ?3 ORDER BY id LIMIT 1")               \
    X(LEDGER_ENTRIES, "SELECT event, part, field, version, body FROM entry WHERE record = ?1 ORDER BY id")                        \
    X(LEDGER_LINKS, "SELECT event, other, part, field FROM link WHERE record = ?1 ORDER BY id")                                   \
    X(LEDGER_MARKS, "SELECT m.event, m.record, m.part, m.mark FROM mark m JOIN event e ON e.id = m.event WHERE e.record = ?1 ORDER BY m.id") \
    X(LEDGER_GRANTS, "SELECT s.event, s.part, p.name, s.since, s.relation, s.cites FROM sight s JOIN principal p ON p.id = s.principal WHERE s.record = ?1") \
    X(LEDGER_DUTIES, "SELECT d.name, p.name, d.state, d.part, d.started_at, d.counted_from, d.amount, d.unit, d.due_at, d.missed_at, d.step, d.next_at, d.quiet, d.cites " \
      "FROM duty d JOIN principal p ON p.id = d.bearer WHERE d.record = ?1 ORDER BY d.id")                                        \
    X(LEDGER_NOTICES, "SELECT n.event, p.name, n.at, n.name, n.title, n.body, n.cites FROM notice n JOIN principal p ON p.id = n.principal WHERE n.record = ?1 ORDER BY n.id") \
                                                                                                                                  \
    /* principals */                                                                                                              \
    X(PRINCIPAL_ID, "SELECT id FROM principal WHERE name = ?1")                                                                   \
    X(PRINCIPAL_NAME, "SELECT name FROM principal WHERE id = ?1")                                                                 \
    X(PRINCIPAL_ADD, "INSERT INTO principal (name) VALUES (?1) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id") \
    /* whether ?1 may act and read as something at ?2: the principals, and from when their grants are theirs */                   \
    X(HOLDS_OF, "SELECT principal, sees_from FROM holds WHERE person = ?1 AND since <= ?2 AND until > ?2")                        \
    /* what guests hold comes from records and not from the directory */                                                          \
    X(HOLDS_CLEAR, "DELETE FROM holds WHERE person NOT IN (SELECT id FROM guest)")                                                                                           \
    X(HOLDS_ADD, "INSERT INTO holds (person, principal, since, until, sees_from) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")

#define STATEMENT_NAME(name, ...) Q_##name,
enum statement { STATEMENTS(STATEMENT_NAME, STATEMENT_NAME) STATEMENT_COUNT };
#undef STATEMENT_NAME
/* clang-format on */

#endif
