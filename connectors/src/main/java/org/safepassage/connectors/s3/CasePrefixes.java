package org.safepassage.connectors.s3;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.NamedFiles;
import org.safepassage.connectors.plumbing.RecordPointers;

/// A prefix a case, `PREFIX/CASE/…`, with a record object directly in it, and ZIP bundles beside such prefixes.
///
/// @param objects of the bucket
/// @param prefix ends in `/` or is empty
/// @param recordName the record's name below the case
/// @param pointers what is looked up in the record
/// @param mostFiles objects a case may have
/// @param bundleName finds the case number in the name of a bundle: group 1; empty when there are none
record CasePrefixes(
        S3Objects objects,
        String prefix,
        String recordName,
        RecordPointers pointers,
        int mostFiles,
        Optional<Pattern> bundleName)
        implements CaseKeys {
    private static final int LARGEST_RECORD_LOOKED_INTO = 8 << 20;

    @Override
    public void forEach(Consumer<Listed> cases) throws DoorProblem {
        var current = new AtomicReference<>(new Listed("", 0));
        objects.forEach(prefix, object -> {
            int end = object.key().indexOf('/', prefix.length());
            if (end < 0 && bundle(object.key().substring(prefix.length())).isPresent()) {
                cases.accept(new Listed(object.key().substring(prefix.length()), object.modified()));
            } else if (end > prefix.length()) {
                String name = object.key().substring(prefix.length(), end);
                Listed before = current.get();
                boolean same = before.name().equals(name);
                if (!same && !before.name().isEmpty()) {
                    cases.accept(before);
                }
                current.set(
                        new Listed(name, same ? Math.max(before.modified(), object.modified()) : object.modified()));
            }
            return true;
        });
        if (!current.get().name().isEmpty()) {
            cases.accept(current.get());
        }
    }

    /// The case number in the name of a bundle.
    private Optional<String> bundle(String name) {
        return bundleName
                .map(pattern -> pattern.matcher(name))
                .filter(Matcher::matches)
                .map(found -> ItemPaths.shown(found.group(1)));
    }

    @Override
    public Optional<S3Case> look(String name) throws DoorProblem {
        Optional<String> caseNumber = bundle(name);
        if (caseNumber.isPresent()) {
            Optional<S3Object> found = objects.find(prefix + name);
            if (found.isPresent()) {
                Item item = Item.present(ItemPaths.shown(name), found.get().size(), Item.Part.ORIGINAL);
                var entry = new S3Case.Entry(found.get(), "", item);
                return Optional.of(new S3Case(name, List.of(entry), List.of(), caseNumber, false));
            }
        }
        return lookBelow(name);
    }

    /// A prefix may have the name of a bundle.
    private Optional<S3Case> lookBelow(String name) throws DoorProblem {
        String start = prefix + name + "/";
        var found = new ArrayList<S3Object>();
        var overfull = new AtomicBoolean();
        objects.forEach(start, object -> {
            boolean isRecord = object.key().equals(start + recordName);
            overfull.set(overfull.get() || found.size() >= mostFiles);
            if (!overfull.get() || isRecord) {
                found.add(object);
            }
            return !(overfull.get() && hasRecord(found, start));
        });
        if (!hasRecord(found, start)) {
            return Optional.empty();
        }
        found.sort(Comparator.comparing((S3Object object) -> !object.key().equals(start + recordName))
                .thenComparing(S3Object::key));
        return Optional.of(made(name, start, found, overfull.get()));
    }

    private boolean hasRecord(List<S3Object> found, String start) {
        return found.stream().anyMatch(object -> object.key().equals(start + recordName));
    }

    private S3Case made(String name, String start, List<S3Object> found, boolean overfull) throws DoorProblem {
        var paths = new ItemPaths();
        var entries = new ArrayList<S3Case.Entry>();
        for (S3Object object : found) {
            String below = object.key().substring(start.length());
            Item item = Item.present(
                    paths.safe(below), object.size(), entries.isEmpty() ? Item.Part.RECORD : Item.Part.EXHIBIT);
            entries.add(
                    new S3Case.Entry(object, below, ItemPaths.stays(below) ? item : item.as(Item.Presence.REFUSED)));
        }
        var named = named(found.getFirst());
        List<Item> items = entries.stream().map(S3Case.Entry::item).toList();
        return new S3Case(
                name,
                entries,
                NamedFiles.absent(items, named.files()),
                Optional.of(named.caseNumber().orElse(ItemPaths.shown(name))),
                overfull);
    }

    private RecordPointers.Found named(S3Object jsonRecord) throws DoorProblem {
        return pointers.wanted() && jsonRecord.size() <= LARGEST_RECORD_LOOKED_INTO
                ? pointers.in(objects.start(jsonRecord, LARGEST_RECORD_LOOKED_INTO))
                : new RecordPointers.Found(Optional.empty(), List.of());
    }
}
