#!/bin/bash
# Whether another C project could take the library: the files that README.md names, in an empty folder, make the example.
#
#   test_library.sh SRC
set -uo pipefail
src=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/govuk" "$folder/base"
cp "$src"/base/{base.h,banned.h,arena.c,buf.c,text.c} "$folder/base"
for file in "$src"/govuk/*.[ch]; do
    [[ ${file##*/} =~ ^(bench|fixture|fuzz|gallery|test)_?.*$|^example.c$ ]] || cp "$file" "$folder/govuk"
done

echo "1..2"
"${CC:-cc}" -std=gnu17 -D_GNU_SOURCE -I"$folder" -o "$folder/example" "$src/govuk/example.c" "$folder"/*/*.c -lsodium 2>&1 |
    sed 's/^/# /' && echo "ok 1 - it_builds_alone" || echo "not ok 1 - it_builds_alone"
page=$("$folder/example")
[[ $page == '<!DOCTYPE html>'*'value="Castle &amp; &lt;High Street&gt;"'*'</html>' ]] &&
    echo "ok 2 - the_example_is_a_page" || { echo "not ok 2 - the_example_is_a_page"; exit 1; }
