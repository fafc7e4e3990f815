package org.safepassage.connectors.amqp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.Decryption;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.bundles.ZipBundle;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.RecordPointers;
import org.safepassage.connectors.plumbing.ResumingStream;

/// Case files that a partner pushes to a queue, one message a case or update: a ZIP bundle (a bag too) or one JSON
/// record. The queue is looked along and nothing is taken from it until a message is sealed. Nothing is kept on disk:
/// a message is read again over the line for every look at it.
final class PushedCases implements PartnerDoor {
    private static final int TRIES = 5;
    private static final int LARGEST_RECORD = 16 << 20;

    /// @param queue that the partner sends to
    /// @param decryption when messages must be encrypted to the hub
    /// @param caseProperty application property with the case number
    /// @param pointers where the record tells the case number, when the message does not
    /// @param recordFile name of the record in a bundle
    /// @param limits what a bundle may hold
    /// @param mostBytes plain bytes of a message
    record Shape(
            String queue,
            Optional<Decryption> decryption,
            String caseProperty,
            RecordPointers pointers,
            String recordFile,
            ZipBundle.Limits limits,
            long mostBytes) {}

    private final AmqpLine line;
    private final Shape shape;

    PushedCases(AmqpLine line, Shape shape) {
        this.line = line;
        this.shape = shape;
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        QueueWalk walk = QueueWalk.browsing(line, shape.queue(), "");
        var each = Spliterators.spliteratorUnknownSize(new Listing(walk), Spliterator.ORDERED);
        return StreamSupport.stream(each, false).onClose(walk::close);
    }

    private final class Listing implements Iterator<Arrival> {
        private final QueueWalk walk;
        private @Nullable MessageSections ahead;

        Listing(QueueWalk walk) {
            this.walk = walk;
        }

        @Override
        public boolean hasNext() {
            try {
                if (ahead == null) {
                    ahead = walk.next().orElse(null);
                }
                return ahead != null;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public Arrival next() {
            MessageSections message = hasNext() ? ahead : null;
            if (message == null) {
                throw new NoSuchElementException("no further message");
            }
            ahead = null;
            try {
                return arrival(message);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private Arrival arrival(MessageSections message) throws IOException {
        String id = PushedMessage.id(message.properties());
        Optional<String> told = message.applicationProperty(shape.caseProperty())
                .map(Object::toString)
                .filter(text -> !text.isBlank());
        var body = new PushedBody(message);
        if (told.isEmpty() && !shape.pointers().caseNumber().isEmpty()) {
            told = inRecord(body);
        }
        PushedMessage seen = body.toTheEnd(id);
        String key = told.orElse("message " + seen.fingerprint().substring(0, 16));
        String shown = ItemPaths.shown(key);
        return new Arrival(
                shown.length() > ItemPaths.LONGEST ? shown.substring(0, ItemPaths.LONGEST) : shown,
                id,
                seen.fingerprint(),
                "",
                List.of());
    }

    /// What cannot be opened here is told when it is read.
    private Optional<String> inRecord(PushedBody body) throws IOException {
        try {
            InputStream plain =
                    shape.decryption().isPresent() ? shape.decryption().get().open(body) : body;
            int first = plain.read();
            if (first != '{') {
                return Optional.empty();
            }
            byte[] rest = plain.readNBytes(LARGEST_RECORD);
            byte[] whole = new byte[rest.length + 1];
            whole[0] = (byte) first;
            System.arraycopy(rest, 0, whole, 1, rest.length);
            return shape.pointers().in(whole).caseNumber();
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.HOSTILE
                    || problem.kind() == Kind.PERMISSION
                    || problem.kind() == Kind.CONFIGURATION) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        if (arrival.place().isEmpty()) {
            throw new DoorProblem(
                    Kind.HOSTILE,
                    "a message has no message-id (text, UUID or number): the partner's client must set one");
        }
        Look look = look(arrival);
        ResumingStream.Opener opener = offset -> {
            PushedContent content = open(look.wanted());
            content.skipNBytes(offset);
            return content;
        };
        switch (look.kind()) {
            case BUNDLE -> {
                Item bundle = Item.present("bundle.zip", look.size(), Item.Part.ORIGINAL);
                ZipBundle.read(bundle, opener, shape.recordFile(), shape.limits(), reader);
            }
            case JSON -> {
                try (var content = new ResumingStream(opener, look.size())) {
                    reader.item(Item.present(shape.recordFile(), look.size(), Item.Part.RECORD), content);
                }
            }
            case NEITHER -> throw new DoorProblem(Kind.HOSTILE, "a message is neither a ZIP bundle nor a JSON record");
        }
    }

    private enum Content {
        BUNDLE,
        JSON,
        NEITHER
    }

    /// @param size plain bytes
    private record Look(PushedContent.Wanted wanted, Content kind, long size) {}

    /// Reads the message to its end before anything of it is given: only there it is known that it is the one that
    /// was listed and that nobody changed it, and how large it is.
    private Look look(Arrival arrival) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return lookOnce(arrival);
            } catch (DoorProblem problem) {
                boolean again = problem.kind() == Kind.CUT || problem.kind() == Kind.TIMED_OUT;
                if (!again || attempt == TRIES) {
                    throw problem;
                }
                ResumingStream.pause(attempt);
            }
        }
    }

    private Look lookOnce(Arrival arrival) throws IOException {
        for (int nth = 0; ; nth++) {
            var wanted = new PushedContent.Wanted(arrival.place(), arrival.fingerprint(), nth);
            try (PushedContent content = open(wanted)) {
                byte[] start = content.readNBytes(4);
                long size = start.length;
                byte[] buffer = new byte[1 << 16];
                for (int count = content.read(buffer, 0, buffer.length);
                        count >= 0;
                        count = content.read(buffer, 0, buffer.length)) {
                    size += count;
                }
                return new Look(wanted, kind(start), size);
            } catch (DoorProblem problem) {
                if (problem.kind() != Kind.CHANGED) {
                    throw problem;
                }
                // Another message of the same id: the one that was listed may stand behind it.
            }
        }
    }

    private static Content kind(byte[] start) {
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K') {
            return Content.BUNDLE;
        }
        return start.length > 0 && start[0] == '{' ? Content.JSON : Content.NEITHER;
    }

    private PushedContent open(PushedContent.Wanted wanted) throws IOException {
        return PushedContent.open(line, shape.queue(), wanted, shape.decryption(), shape.mostBytes());
    }

    /// Takes the messages of this id from the queue until the one comes that was sealed, and gives the others back.
    @Override
    public void acknowledge(Arrival arrival) throws IOException {
        if (arrival.place().isEmpty()) {
            return;
        }
        try (QueueWalk walk = QueueWalk.taking(line, shape.queue(), PushedMessage.selector(arrival.place()))) {
            for (var next = walk.next(); next.isPresent(); next = walk.next()) {
                PushedMessage seen = new PushedBody(next.get()).toTheEnd(arrival.place());
                if (seen.fingerprint().equals(arrival.fingerprint())) {
                    walk.accept();
                    break;
                }
            }
            walk.finish();
        }
    }

    @Override
    public DoorReport test() {
        return line.steps()
                .then("list", () -> {
                    try (QueueWalk walk = QueueWalk.browsing(line, shape.queue(), "")) {
                        return walk.next().isPresent() ? "a message waits" : "no message waits";
                    }
                })
                .then("acknowledge", () -> {
                    try (QueueWalk walk =
                            QueueWalk.taking(line, shape.queue(), PushedMessage.selector("s:safe-passage-test"))) {
                        boolean found = walk.next().isPresent();
                        walk.finish();
                        if (found) {
                            throw new DoorProblem(
                                    Kind.PEER_FAULT,
                                    "the broker gives messages that were not asked for: it knows no selectors");
                        }
                        return "messages may be taken one by one";
                    }
                })
                .report();
    }

    @Override
    public void close() {
        line.close();
    }
}
