const seen = new Map();
for (let i = 1; i <= 500000; i++) seen.set("key" + i, i);
let found = 0;
for (let i = 1; i <= 500000; i++) { const v = seen.get("key" + i * 2); if (v !== undefined) found += v }
for (let i = 1; i <= 500000; i += 5) seen.delete("key" + i);
let left = 0;
for (const v of seen.values()) left += v % 7;
print("hash", found, left, seen.size);
