/*
 * Every SQL statement of the program, by name. Parameters are ?1, ?2, … in the order of binding. X(name, text) serves both
 * engines; Y(name, sqlite text, postgresql text) is for the few that must differ. Both engines prepare all of them in the tests.
 */
#ifndef COMITY_STATEMENTS_H
#define COMITY_STATEMENTS_H

/* clang-format off */
#define STATEMENTS(X, Y)                                                                                                          \
    X(META_GET, "SELECT value FROM meta WHERE key = ?1")                                                                          \
    X(META_PUT, "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")           \
                                                                                                                                  \
    /* principals */                                                                                                              \
    X(PRINCIPAL_ID, "SELECT id FROM principal WHERE name = ?1")                                                                   \
    X(PRINCIPAL_NAME, "SELECT name FROM principal WHERE id = ?1")                                                                 \
    X(PRINCIPAL_ADD, "INSERT INTO principal (name) VALUES (?1) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id") \
    /* whether ?1 may act and read as something at ?2: the principals, and from when their grants are theirs */                   \
    X(HOLDS_OF, "SELECT principal, sees_from FROM holds WHERE person = ?1 AND since <= ?2 AND until > ?2")                        \
    X(HOLDS_CLEAR, "DELETE FROM holds")                                                                                           \
    X(HOLDS_ADD, "INSERT INTO holds (person, principal, since, until, sees_from) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")

#define STATEMENT_NAME(name, ...) Q_##name,
enum statement { STATEMENTS(STATEMENT_NAME, STATEMENT_NAME) STATEMENT_COUNT };
#undef STATEMENT_NAME
/* clang-format on */

#endif
