/*
 * Every SQL statement of the program, by name. Parameters are ?1, ?2, … in the order of binding. X(name, text) serves both
 * engines; Y(name, sqlite text, postgresql text) is for the few that must differ. Both engines prepare all of them in the tests.
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
    X(MEMBERSHIP_ALL, "SELECT id, person, organization, post, area, role, label, start_date, end_date, extra FROM membership")    \
    X(MEMBERSHIP_CLEAR, "DELETE FROM membership")                                                                                 \
    X(MEMBERSHIP_ADD, "INSERT INTO membership (id, person, organization, post, area, role, label, start_date, end_date, extra) "   \
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")                                                                         \
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
