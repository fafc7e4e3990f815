package org.safepassage.connectors.s3;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;

/// Moves a sealed case to another prefix: S3 knows no rename, so every object is copied, then the copies are all there
/// and the record is deleted first. From then on there is no case to pull, whatever happens in between.
///
/// @param objects of the bucket
/// @param donePrefix ends in `/`
/// @param largestCopy bytes that the server copies at once (5 GiB on Amazon S3); more is copied in parts
record DoneMove(S3Objects objects, String donePrefix, long largestCopy) {
    static final long LARGEST_COPY = 5L << 30;
    private static final int MOST_LEFT = 100_000;

    void move(S3Case found) throws DoorProblem {
        String target = target(found.name(), found.fingerprint());
        for (S3Case.Entry entry : found.entries()) {
            copy(entry.object(), target(target, entry));
        }
        for (S3Case.Entry entry : found.entries()) {
            delete(entry.object());
        }
    }

    private String target(String name, String fingerprint) {
        return donePrefix + fingerprint.substring(0, 12) + "/" + name;
    }

    /// Deletes what an earlier try that was cut off left of a case whose record is moved already.
    ///
    /// @param start prefix of the case
    void finish(String start, String name, String fingerprint) throws DoorProblem {
        String target = target(name, fingerprint);
        var left = new ArrayList<S3Object>();
        objects.forEach(start + name + "/", object -> left.add(object) && left.size() < MOST_LEFT);
        for (S3Object object : left) {
            Optional<S3Object> copy = objects.find(target + object.key().substring(start.length() + name.length()));
            boolean copied = copy.isPresent()
                    && copy.get().size() == object.size()
                    && copy.get().modified() >= object.modified();
            if (copied) {
                delete(object);
            }
        }
    }

    private static String target(String target, S3Case.Entry entry) {
        return entry.below().isEmpty() ? target : target + "/" + entry.below();
    }

    private void copy(S3Object object, String key) throws DoorProblem {
        Optional<S3Object> there = objects.find(key);
        if (there.isPresent() && there.get().size() == object.size()) {
            return; // copied by an earlier try: the target names the state of the case
        }
        if (object.size() > largestCopy) {
            copyInParts(object, key);
            return;
        }
        objects.line()
                .ask(Ask.of("PUT", objects.line().object(key))
                        .header("x-amz-copy-source", objects.line().source(object))
                        .header("x-amz-copy-source-if-match", object.tag()));
    }

    private void copyInParts(S3Object object, String key) throws DoorProblem {
        var uploads = new S3Uploads(objects.line());
        String id = uploads.begin(key, Map.of());
        try {
            var tags = new ArrayList<String>();
            for (long start = 0; start < object.size(); start += largestCopy) {
                long end = Math.min(start + largestCopy, object.size()) - 1;
                tags.add(uploads.copy(key, id, tags.size() + 1, object, start, end));
            }
            uploads.complete(key, id, tags, Map.of());
        } catch (DoorProblem problem) {
            uploads.abort(key, id);
            throw problem;
        }
    }

    /// Only the state that was copied: a server that knows conditional deletes refuses when another came.
    private void delete(S3Object object) throws DoorProblem {
        Optional<S3Object> now = objects.find(object.key());
        if (now.isEmpty()) {
            return;
        }
        if (!now.get().state().equals(object.state())) {
            throw new DoorProblem(Kind.CHANGED, "the partner changed a case while it was moved: its next state comes");
        }
        var line = objects.line();
        line.done(Ask.of("DELETE", line.object(object.key())).header("If-Match", object.tag()), 204, 200, 404);
    }
}
