/* A pack whose procedures name one another. Only for test_*.c. */
#ifndef COMITY_PACK_TEST_LINKED_H
#define COMITY_PACK_TEST_LINKED_H

/* decision: by the Chief Executive, open to all. task: by a Member, under a decision. remark: on any record. */
extern const char linked_pack[];

#endif
