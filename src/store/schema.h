/*
 * The schema, as steps that are applied in order and never changed once released; meta.schema counts those applied.
 * Written for SQLite; the PostgreSQL engine reads INTEGER as BIGINT, INTEGER PRIMARY KEY as an identity, TEXT with the
 * "C" collation, and leaves out STRICT and WITHOUT ROWID.
 *
 * Ids that are numbers never leave the program: people see a record's and a notice's random ref.
 */
#ifndef COMITY_SCHEMA_H
#define COMITY_SCHEMA_H

static const char *const schema_steps[] = {
    /* 1: the first slice */
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"

    /* The directory, in the shape of Popolo. extra is a JSON object of the properties that have no column, so that an
       exchange loses nothing. */
    "CREATE TABLE person (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, email TEXT, active INTEGER NOT "
    "NULL, extra TEXT NOT NULL) STRICT;"
    "CREATE TABLE organization (id TEXT PRIMARY KEY, classification TEXT NOT NULL, name TEXT NOT NULL, parent TEXT, "
    "extra TEXT NOT NULL) STRICT;"
    "CREATE TABLE area (id TEXT PRIMARY KEY, classification TEXT, name TEXT NOT NULL, extra TEXT NOT NULL) STRICT;"
    "CREATE TABLE post (id TEXT PRIMARY KEY, label TEXT NOT NULL, role TEXT, organization TEXT, area TEXT, tier TEXT, "
    "deputy TEXT, extra TEXT NOT NULL) STRICT;"
    /* known_at: when the row was first written, the least number if before there were records. */
    "CREATE TABLE membership (id TEXT PRIMARY KEY, person TEXT NOT NULL, organization TEXT, post TEXT, area TEXT, role "
    "TEXT, "
    "label TEXT, start_date TEXT, end_date TEXT, extra TEXT NOT NULL, known_at INTEGER NOT NULL) STRICT;"
    "CREATE INDEX membership_person ON membership (person);"

    /* A principal is whom a grant names: person:ID, post:ID, group:ID, ward:ID, body:ID, service:ID, all:members,
       all:officers, all:people. */
    "CREATE TABLE principal (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;"
    /* Everybody, signed in or not: the first, hence number 1 (PRINCIPAL_PUBLIC) on both engines. */
    "INSERT INTO principal (name) VALUES ('all:public');"
    /* Who is which principal, from and until when; derived from the directory and written with it. Grants given before
     * sees_from stay hidden from this holder: who joins a group does not read what it was told before. */
    "CREATE TABLE holds (person TEXT NOT NULL, principal INTEGER NOT NULL REFERENCES principal, since INTEGER NOT "
    "NULL, "
    "until INTEGER NOT NULL, sees_from INTEGER NOT NULL, PRIMARY KEY (person, principal, since)) STRICT, WITHOUT ROWID;"

    "CREATE TABLE pack (hash TEXT PRIMARY KEY, name TEXT NOT NULL, adopted_at INTEGER NOT NULL, source TEXT NOT NULL) "
    "STRICT;"
    "CREATE TABLE closure (day TEXT PRIMARY KEY, name TEXT NOT NULL, proclaimed_at INTEGER NOT NULL) STRICT;"

    /* takes_at: when it takes place, by the form of the record takes_of, which is it or one that it names; NULL: it is
       nothing that does. listing has 0 for none. */
    "CREATE TABLE record (id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, procedure TEXT NOT NULL, pack TEXT NOT "
    "NULL, "
    "state TEXT NOT NULL, open INTEGER NOT NULL, opener TEXT NOT NULL, opener_group TEXT, service TEXT, handler "
    "INTEGER, "
    "fields TEXT NOT NULL, opened_at INTEGER NOT NULL, closed_at INTEGER, takes_at INTEGER, takes_of INTEGER) STRICT;"
    "CREATE INDEX record_opener ON record (opener, open, opened_at, id);"
    "CREATE INDEX record_opened ON record (opened_at);"
    /* not of open records alone: SQLite would then make each statement that compares open anew whenever it is used */
    "CREATE INDEX record_handler ON record (handler, open, opened_at, id);"
    /* part: the part whose audience sees that this event happened. */
    "CREATE TABLE event (id INTEGER PRIMARY KEY, record INTEGER NOT NULL REFERENCES record, at INTEGER NOT NULL, actor "
    "TEXT, "
    "power TEXT NOT NULL, from_state TEXT, to_state TEXT, part TEXT NOT NULL, say TEXT, cites TEXT) STRICT;"
    "CREATE INDEX event_record ON event (record);"
    /* What was written: one row for each field of a form, and never changed; a revision is a row with a higher version.
     */
    "CREATE TABLE entry (id INTEGER PRIMARY KEY, record INTEGER NOT NULL REFERENCES record, event INTEGER NOT NULL "
    "REFERENCES event, part TEXT NOT NULL, "
    "field TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL) STRICT;"
    "CREATE INDEX entry_record ON entry (record);"
    /* One record names another one. part: of the first one, whose audience sees that it does; field: '' when the one
       opened the other. */
    "CREATE TABLE link (id INTEGER PRIMARY KEY, record INTEGER NOT NULL REFERENCES record, other INTEGER NOT NULL "
    "REFERENCES record, part TEXT NOT NULL, field TEXT NOT NULL, event INTEGER NOT NULL REFERENCES event) STRICT;"
    "CREATE INDEX link_record ON link (record);"
    "CREATE INDEX link_other ON link (other);"
    /* Somebody who was asked said of a part of the record whether it is confidential, with an event of another record;
       the latest counts. */
    "CREATE TABLE mark (id INTEGER PRIMARY KEY, record INTEGER NOT NULL REFERENCES record, part TEXT NOT NULL, mark "
    "TEXT NOT NULL, event INTEGER NOT NULL REFERENCES event) STRICT;"
    "CREATE INDEX mark_record ON mark (record);"
    "CREATE INDEX mark_event ON mark (event);"
    /* What each change of a record was decided from, so that it can be decided again: the act or what fell due, by
       whom, when, under which version of the pack, and with what the council was then. fields: what the form was given,
       null for what stands in the entry of that field and event; digest: of what followed. */
    "CREATE TABLE decision (id INTEGER PRIMARY KEY, record INTEGER NOT NULL REFERENCES record, event INTEGER, at "
    "INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, duty INTEGER, actor TEXT, pack TEXT NOT NULL, council "
    "INTEGER NOT NULL, fields TEXT, digest TEXT NOT NULL) STRICT;"
    "CREATE INDEX decision_record ON decision (record);"
    /* What the council was, each time that it had changed before something was decided: compressed, and its SHA-256. */
    "CREATE TABLE council_version (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, facts TEXT NOT NULL) STRICT;"
    /* Two people whom a record keeps apart while it is open, a row each way: from an event until another, and
       again from the one that reopens it. */
    "CREATE TABLE apart (one TEXT NOT NULL, other TEXT NOT NULL, record INTEGER NOT NULL REFERENCES record, since "
    "INTEGER NOT NULL, until INTEGER, PRIMARY KEY (one, other, record, since)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX apart_record ON apart (record);"
    /* Grants. */
    "CREATE TABLE sight (record INTEGER NOT NULL REFERENCES record, part TEXT NOT NULL, principal INTEGER NOT NULL "
    "REFERENCES principal, since INTEGER NOT "
    "NULL, event INTEGER NOT NULL, relation TEXT NOT NULL, cites TEXT NOT NULL, PRIMARY KEY (record, part, principal)) "
    "STRICT, WITHOUT ROWID;"
    "CREATE INDEX sight_public ON sight (since, record) WHERE principal = 1;"
    /* The grants of the part 'record', in the order of lists, with all that a line of a list shows: a list is a range
     * of this table. title is NULL where the principal does not see the part that has it, opener
     * '' where they do not see who that is; due_at is the nearest open
     * duty's that the part 'record' shows, and due_calendar what its days are counted by. */
    "CREATE TABLE listing (principal INTEGER NOT NULL, open INTEGER NOT NULL, opened_at INTEGER NOT NULL, record "
    "INTEGER NOT "
    "NULL, procedure TEXT NOT NULL, since INTEGER NOT NULL, ref TEXT NOT NULL, state TEXT NOT NULL, title TEXT, due_at "
    "INTEGER, due_calendar TEXT, opener TEXT NOT NULL, takes_at INTEGER, takes_of INTEGER, PRIMARY KEY (principal, "
    "open, opened_at, "
    "record)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX listing_procedure ON listing (principal, procedure, open, opened_at, record);"
    "CREATE INDEX listing_record ON listing (record);"
    "CREATE INDEX listing_takes ON listing (principal, takes_at) WHERE takes_at IS NOT NULL;"
    /* Search: a word (hashed) in an entry that the principal may read. Kept for each principal, so that a search costs
     * what the searcher may see and not what there is. */
    "CREATE TABLE posting (principal INTEGER NOT NULL, word INTEGER NOT NULL, opened_at INTEGER NOT NULL, record "
    "INTEGER NOT "
    "NULL, since INTEGER NOT NULL, PRIMARY KEY (principal, word, opened_at, record)) STRICT, WITHOUT ROWID;"

    /* counted_from and days give due_at by the calendar; a pause leaves the days that remained. next_at: when the clock
       must look at it, for the missed step `step`. state: open, paused, met, cancelled. */
    "CREATE TABLE duty (id INTEGER PRIMARY KEY, record INTEGER NOT NULL REFERENCES record, name TEXT NOT NULL, bearer "
    "INTEGER NOT NULL, "
    "state TEXT NOT NULL, part TEXT NOT NULL, started_at INTEGER NOT NULL, counted_from INTEGER NOT NULL, amount "
    "INTEGER NOT NULL, unit TEXT NOT NULL, "
    "due_at INTEGER NOT NULL, missed_at INTEGER, step INTEGER NOT NULL, next_at INTEGER NOT NULL, quiet INTEGER NOT "
    "NULL, event INTEGER NOT NULL, ended_by INTEGER, cites TEXT NOT NULL) STRICT;"
    "CREATE INDEX duty_record ON duty (record);"
    "CREATE INDEX duty_bearer ON duty (bearer, quiet, state, due_at);"
    "CREATE INDEX duty_next ON duty (state, next_at);"

    "CREATE TABLE notice (id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, principal INTEGER NOT NULL, at INTEGER NOT "
    "NULL, "
    "record INTEGER NOT NULL REFERENCES record, event INTEGER NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, body "
    "TEXT NOT NULL, cites TEXT NOT NULL) STRICT;"
    "CREATE INDEX notice_principal ON notice (principal, at);"
    "CREATE INDEX notice_record ON notice (record);"

    /* Who opened which part on which day: written before the first page of the day is sent. */
    "CREATE TABLE reading (record INTEGER NOT NULL, part TEXT NOT NULL, person TEXT NOT NULL, day INTEGER NOT NULL, at "
    "INTEGER NOT NULL, PRIMARY KEY "
    "(record, person, day, part)) STRICT, WITHOUT ROWID;"

    /* How many requests were not sent because an earlier answer was enough; by whom is not kept. service is '' where
       the procedure asks for none. */
    "CREATE TABLE spared (day INTEGER NOT NULL, procedure TEXT NOT NULL, service TEXT NOT NULL, requests INTEGER NOT "
    "NULL, PRIMARY KEY (day, procedure, service)) STRICT, WITHOUT ROWID;"

    /* What a request with an idempotency key came to, so that a repeated one is answered and not done again. */
    "CREATE TABLE request (person TEXT NOT NULL, key TEXT NOT NULL, hash TEXT NOT NULL, outcome TEXT NOT NULL, at "
    "INTEGER NOT NULL, PRIMARY KEY "
    "(person, key)) STRICT, WITHOUT ROWID;"

    /* What a person sent and may still take back: nobody else knows of it before sends_at. That is NULL when it is not
       to be sent: they took it back, or it was refused when its time came, and why says so. title: what it is, as they
       knew it when they sent it. Either procedure, or record and power. */
    "CREATE TABLE held (ref TEXT PRIMARY KEY, person TEXT NOT NULL, key TEXT NOT NULL, procedure TEXT, record TEXT, "
    "power TEXT, title TEXT NOT NULL, fields TEXT NOT NULL, held_at INTEGER NOT NULL, sends_at INTEGER, why TEXT) "
    "STRICT, WITHOUT ROWID;"
    "CREATE INDEX held_person ON held (person, held_at);"
    "CREATE INDEX held_sends ON held (sends_at);"

    /* A list of records that a person comes back to: the query of its address, under a name of theirs. */
    "CREATE TABLE saved_view (person TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL, PRIMARY KEY (person, "
    "name)) STRICT, WITHOUT ROWID;"
    /* What a person chose for themselves; what stands in no row is as it is for everybody. */
    "CREATE TABLE setting (person TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (person, name)) "
    "STRICT, WITHOUT ROWID;"

    /* Who has no account, and this one record all the same: its opener, or somebody who was invited to it. They are
       never of the directory. made_by: the person and key of the request, so that a repeated one gives another code. */
    "CREATE TABLE guest (id TEXT PRIMARY KEY, record INTEGER NOT NULL REFERENCES record, is_opener INTEGER NOT NULL, "
    "name TEXT NOT NULL, since INTEGER NOT NULL, ended_at INTEGER, made_by TEXT NOT NULL) STRICT;"
    "CREATE INDEX guest_record ON guest (record);"
    "CREATE INDEX guest_made_by ON guest (made_by);"
    /* The codes with which a guest comes back: SHA-256, like all secrets. */
    "CREATE TABLE guest_code (hash TEXT PRIMARY KEY, guest TEXT NOT NULL REFERENCES guest) STRICT, WITHOUT ROWID;"

    /* Only hashes of secrets are kept: argon2id of a password, SHA-256 of a random token. */
    "CREATE TABLE credential (person TEXT PRIMARY KEY, hash TEXT NOT NULL, changed_at INTEGER NOT NULL) STRICT;"
    "CREATE TABLE session (hash TEXT PRIMARY KEY, person TEXT NOT NULL, created_at INTEGER NOT NULL, seen_at INTEGER "
    "NOT NULL) STRICT;"
    "CREATE INDEX session_person ON session (person);"
    "CREATE TABLE token (hash TEXT PRIMARY KEY, person TEXT NOT NULL, label TEXT NOT NULL, created_at INTEGER NOT "
    "NULL, revoked_at INTEGER) STRICT;"
    "CREATE TABLE invitation (hash TEXT PRIMARY KEY, person TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at "
    "INTEGER NOT NULL, used_at INTEGER) STRICT;",
};

#endif
