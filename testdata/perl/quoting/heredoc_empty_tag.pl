# A heredoc without a tag ends at an empty line, or at the end of the file.
print <<'' . "after\n";
one
two

print lc <<'';
LAST ONE
