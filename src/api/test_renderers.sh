#!/bin/bash
# Whether a renderer could reach the database: no object of web, api and govuk refers to anything that the store
# defines, nor to a database's library. Those that look up who is asking, or let the clock go, are no renderers.
#
#   test_renderers.sh STORE.a RENDERERS.a…
set -uo pipefail
store=$1
shift
plumbing=(dispatch session credential ticker clock)

defined=$(nm --defined-only --extern-only --format=posix "$store" | awk 'NF > 1 { print $1 }' | sort -u)

# Names of the objects that refer to the store, each with what it refers to.
reaching() {
    nm -A --undefined-only "$@" | awk -v defined="$defined" '
        BEGIN { count = split(defined, names, "\n"); for (i = 1; i <= count; i++) store[names[i]] = 1 }
        { symbol = $NF; object = $1; sub(/\.c\.o:$/, "", object); sub(/.*[\/:]/, "", object) }
        symbol in store || symbol ~ /^(sqlite3_|PQ)/ { print object, symbol }'
}

found=$(reaching "$@")
code=0
verdict() { # number name; the wrong ones come from standard input
    local wrong
    wrong=$(cat)
    [ -n "$wrong" ] && echo "not ok $1 - $2" && awk '{ print "# " $0 }' <<<"$wrong" && code=1 || echo "ok $1 - $2"
}

echo "1..2"
verdict 1 no_renderer_refers_to_the_store < <(awk -v plumbing="${plumbing[*]}" '
    BEGIN { count = split(plumbing, names, " "); for (i = 1; i <= count; i++) may[names[i]] = 1 }
    NF && !($1 in may) { print $1 " refers to " $2 }' <<<"$found")
# Else this would see nothing at all and be content.
verdict 2 what_does_refer_to_it_is_seen < <(for name in "${plumbing[@]}"; do
    grep -q "^$name " <<<"$found" || echo "$name is not seen to refer to the store"
done)
exit $code
