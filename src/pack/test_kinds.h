/* A pack whose forms have every kind of field that names something. Only for test_*.c. */
#ifndef COMITY_PACK_TEST_KINDS_H
#define COMITY_PACK_TEST_KINDS_H

/* matter: by everyone, about a person, to the head of their service, who can bring in people and an area. Whom these
 * are is for who reads the note. */
extern const char kinds_pack[];

#endif
