package org.safepassage.connectors.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.ResumingStream;
import org.safepassage.connectors.upload.Attempt;
import org.safepassage.connectors.upload.Upload;

/// Sends a consignment in parts, one in memory at a time, and puts them together on the condition that nothing stands
/// under its key. An upload that was cut is taken up again, by another run too: a part that the server has is left out
/// only when its MD5 is that of our bytes, so parts of an earlier sealing are sent anew. One that is refused is
/// aborted.
///
/// @param objects of the bucket
/// @param prefix where consignments go
/// @param partBytes bytes of a part; more for a consignment that would have too many
record S3Upload(S3Objects objects, String prefix, long partBytes) implements Upload {
    private static final int TRIES = 5;
    private static final int MOST_PARTS = 10_000;
    private static final long LARGEST_PART = 64L << 20;

    @Override
    public void send(String fileName, Attempt attempt) throws DoorProblem {
        int part = partSize(attempt.size());
        var uploads = new S3Uploads(objects.line());
        String key = prefix + fileName;
        String id = begunOrNew(uploads, key);
        try {
            List<String> tags = parts(uploads, key, id, attempt, part);
            attempt.lastStep();
            complete(uploads, key, id, tags);
        } catch (DoorProblem problem) {
            // What was cut is kept, to go on with it; what was refused would lie there and cost the recipient.
            if (!problem.kind().passing() || problem.kind() == Kind.CHANGED) {
                uploads.abort(key, id);
            }
            throw problem;
        }
    }

    private int partSize(long size) throws DoorProblem {
        long part = Math.max(partBytes, Math.ceilDiv(size, MOST_PARTS));
        if (part > LARGEST_PART) {
            throw new DoorProblem(Kind.PERMISSION, "a consignment beyond 625 GiB does not go to S3 in 10,000 parts");
        }
        return (int) part;
    }

    private static String begunOrNew(S3Uploads uploads, String key) throws DoorProblem {
        List<String> begun = uploads.open(key);
        for (String older : begun.subList(0, Math.max(0, begun.size() - 1))) {
            uploads.abort(key, older);
        }
        return begun.isEmpty() ? uploads.begin(key, Map.of()) : begun.getLast();
    }

    private static List<String> parts(S3Uploads uploads, String key, String id, Attempt attempt, int size)
            throws DoorProblem {
        SortedMap<Integer, S3Uploads.Part> there = new TreeMap<>(uploads.parts(key, id));
        var tags = new ArrayList<String>();
        try (InputStream in = attempt.content().open()) {
            long left = attempt.size();
            do {
                byte[] bytes = in.readNBytes((int) Math.min(size, left));
                if (bytes.length < Math.min(size, left)) {
                    throw new IOException("shorter than it was said to be");
                }
                left -= bytes.length;
                tags.add(part(uploads, key, id, tags.size() + 1, bytes, there.get(tags.size() + 1)));
            } while (left > 0);
            return tags;
        } catch (DoorProblem problem) {
            throw problem;
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.CUT, "the consignment cannot be read on this side", unreadable);
        }
    }

    private static String part(
            S3Uploads uploads, String key, String id, int number, byte[] bytes, S3Uploads.@Nullable Part there)
            throws DoorProblem {
        if (there != null && there.size() == bytes.length && there.tag().equals(S3Uploads.tag(bytes))) {
            return there.tag();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return uploads.put(key, id, number, bytes);
            } catch (DoorProblem problem) {
                if (problem.kind() == Kind.GONE) {
                    throw new DoorProblem(Kind.CUT, "the server ended the upload before it was complete");
                }
                if (!problem.kind().passing() || attempt > TRIES) {
                    throw problem;
                }
                ResumingStream.pause(attempt);
            }
        }
    }

    /// A server that does not know the condition says so; whether the key is free was looked up before.
    private static void complete(S3Uploads uploads, String key, String id, List<String> tags) throws DoorProblem {
        try {
            uploads.complete(key, id, tags, Map.of("If-None-Match", "*"));
        } catch (DoorProblem problem) {
            if (problem.kind() != Kind.CONFIGURATION) {
                throw problem.kind() == Kind.GONE
                        ? new DoorProblem(Kind.CUT, "the server ended the upload before its answer came")
                        : problem;
            }
            uploads.complete(key, id, tags, Map.of());
        }
    }

    @Override
    public boolean stillPending(String fileName) throws DoorProblem {
        return !new S3Uploads(objects.line()).open(prefix + fileName).isEmpty();
    }

    @Override
    public String test() throws DoorProblem {
        new S3Uploads(objects.line()).open(prefix + "safe-passage-door-test");
        return "uploads can be listed; whether they may be made shows the first delivery";
    }
}
