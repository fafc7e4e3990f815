package org.safepassage.redact.check;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.redact.check.View.Kind;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Content;

/// The last look at what was assembled for a recipient: every byte is read again, in every way that it can be
/// decoded, and searched for everybody whom this recipient's decision does not permit. Any doubt holds the case
/// file.
///
/// Two searches run that share nothing: the recognisers anew with what the policy would keep, and one of sounds and
/// bare letters that ignores case, script, separators and, for long names, word boundaries. A surname that a person
/// who may be named shares with one who may not is a leak when it stands alone, unless its form fits only the
/// former's sex. Numbers, contacts and addresses of persons who may be named are searched for as well, as far as
/// the policy does not keep them; so are the partner's case number and the names of the exhibits' files.
///
/// Bytes that are no text are searched for names and values in five encodings, and in their readable runs. Memory
/// is bounded by windows of one MiB; a file that unpacks to more than half a GiB is unreadable. Not looked at are
/// pixels and sounds, except as far as the [ReadBack] reads print in pictures: where it could not, or found less than
/// half of the words that a page is known to show, the file is unreadable.
///
/// Earlier revisions of a PDF are read back as well, each by itself.
///
/// Immutable; safe to use from several threads when its ReadBack is.
public final class ExitCheck {
    /// Files that this product writes of its own words, at the very places where it puts them: a file of the same
    /// name elsewhere is read like any other.
    private static final Pattern MANIFEST = Pattern.compile("(?:tag)?manifest-[a-z0-9]+\\.txt");

    private static final Pattern TAG_FILE =
            Pattern.compile("bagit\\.txt|bag-info\\.txt|data/redaction-report\\.json|custody/[^/]+");

    private final ReadBack readBack;

    /// A check that reads back through `readBack`.
    public ExitCheck(ReadBack readBack) {
        this.readBack = readBack;
    }

    /// Checks everything that is about to leave together.
    ///
    /// @param caseFile the whole record
    /// @param allowance what this recipient may see of it
    /// @param otherNames full names that were found in the case's texts and belong to nobody in the record
    /// @throws IOException when a file cannot be opened or read back now; nothing is decided then
    public CheckResult check(
            List<CheckedFile> files, CaseFile caseFile, Allowance allowance, Collection<String> otherNames)
            throws IOException {
        return check(files, caseFile, allowance, otherNames, CaseKnowledge.NONE);
    }

    /// As [#check(List, CaseFile, Allowance, Collection)], with what reviewers of the case said.
    public CheckResult check(
            List<CheckedFile> files,
            CaseFile caseFile,
            Allowance allowance,
            Collection<String> otherNames,
            CaseKnowledge knowledge)
            throws IOException {
        var search = new CaseSearch(caseFile, allowance, otherNames, knowledge);
        var hits = new HitList();
        long bytes = 0;
        for (int i = 0; i < files.size(); i++) {
            CheckedFile file = files.get(i);
            String shown = "file " + (i + 1);
            try {
                if (isClean(file.path(), search)) {
                    shown = file.path();
                    hits.enter(shown);
                } else {
                    hits.enter(shown);
                    hits.add("name", "FILE_NAME");
                }
                bytes += contents(file, search, hits);
            } catch (UnreadableFile e) {
                return new CheckResult.Unreadable(shown, e.why());
            }
        }
        return hits.isEmpty() ? new CheckResult.Clean(files.size(), bytes) : new CheckResult.Leaks(hits.hits());
    }

    private static boolean isClean(String path, CaseSearch search) throws UnreadableFile, IOException {
        var own = new HitList();
        new FileScan(search, own, Kind.METADATA).label("name", Kind.METADATA, path);
        return own.isEmpty();
    }

    private long contents(CheckedFile file, CaseSearch search, HitList hits) throws UnreadableFile, IOException {
        boolean manifest = MANIFEST.matcher(file.path()).matches();
        boolean technical = manifest || TAG_FILE.matcher(file.path()).matches();
        Content content = manifest ? new WithoutDigests(file.content()) : file.content();
        var scan = new FileScan(search, hits, technical ? Kind.TECHNICAL : Kind.PROSE);
        long size = scan.scan(content);
        if (size > 0) {
            String name = file.path().substring(file.path().lastIndexOf('/') + 1);
            var read = readBack.read(content, name);
            new ReadBackScan(scan, technical).search(read);
            PrintReadBack.require(file.words(), read);
            for (Content earlier : PdfRevisions.before(content)) {
                new ReadBackScan(scan, technical).search(readBack.read(earlier, name));
            }
        }
        return manifest ? Math.max(size, file.content().size()) : size;
    }
}
