package org.safepassage.connectors.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// One folder of an in-box, entered when first needed and again after the connection broke. For one thread.
final class MailLine implements AutoCloseable {
    /// Something asked that may be asked again.
    interface Question<T> {
        T ask(IMAPFolder folder) throws MessagingException, IOException;
    }

    private final MailLogin login;
    private final String folderName;
    private final MailProblems problems;
    private @Nullable Store store;
    private @Nullable IMAPFolder open;

    MailLine(MailLogin login, String folderName) {
        this.login = login;
        this.folderName = folderName;
        this.problems = new MailProblems(login);
    }

    MailLogin login() {
        return login;
    }

    /// Asks, once more on a new connection when the one that was open broke.
    <T> T ask(Question<T> question) throws DoorProblem {
        boolean fresh = open == null;
        try {
            return question.ask(folder());
        } catch (MessagingException | IOException first) {
            DoorProblem problem = problems.of(first);
            drop();
            if (fresh || problem.kind() != Kind.CUT) throw problem;
            try {
                return question.ask(folder());
            } catch (MessagingException | IOException second) {
                drop();
                throw problems.of(second);
            }
        }
    }

    private IMAPFolder folder() throws MessagingException {
        IMAPFolder entered = open;
        if (entered != null && entered.isOpen()) return entered;
        drop();
        Session session = Session.getInstance(login.properties());
        Store entering = session.getStore();
        store = entering;
        entering.connect(login.host(), login.port(), login.user(), login.password());
        IMAPFolder folder = (IMAPFolder) entering.getFolder(folderName);
        folder.open(Folder.READ_WRITE);
        open = folder;
        return folder;
    }

    /// Whether the server can move messages (RFC 6851).
    boolean moves() throws DoorProblem {
        return ask(folder -> ((IMAPStore) folder.getStore()).hasCapability("MOVE"));
    }

    /// Whether a keyword that is set on a message stays.
    boolean keeps(String keyword) throws DoorProblem {
        return ask(folder -> {
            Flags kept = folder.getPermanentFlags();
            return kept.contains(Flags.Flag.USER) || kept.contains(keyword);
        });
    }

    boolean exists(String other) throws DoorProblem {
        return ask(folder -> folder.getStore().getFolder(other).exists());
    }

    /// Hears from the server what others did in the folder meanwhile.
    void refresh() throws DoorProblem {
        ask(folder -> {
            folder.doCommand(protocol -> {
                protocol.noop();
                return true;
            });
            return true;
        });
    }

    /// Where messages get their numbers; changes when the server numbers anew.
    long validity() throws DoorProblem {
        return ask(IMAPFolder::getUIDValidity);
    }

    /// The numbers of all messages after one, ascending.
    List<Long> after(long uid) throws DoorProblem {
        return ask(folder -> {
            var uids = new ArrayList<Long>();
            for (Message message : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
                if (message != null) uids.add(folder.getUID(message));
            }
            uids.removeIf(each -> each <= uid);
            uids.sort(null);
            return uids;
        });
    }

    /// What the server tells of these messages without their content; those that are gone are left out.
    List<Mail> told(List<Long> uids) throws DoorProblem {
        return ask(folder -> {
            var messages = folder.getMessagesByUID(
                    uids.stream().mapToLong(Long::longValue).toArray());
            var there = java.util.Arrays.stream(messages)
                    .filter(java.util.Objects::nonNull)
                    .toArray(Message[]::new);
            var profile = new FetchProfile();
            profile.add(FetchProfile.Item.ENVELOPE);
            profile.add(FetchProfile.Item.FLAGS);
            profile.add(FetchProfile.Item.SIZE);
            profile.add(UIDFolder.FetchProfileItem.UID);
            folder.fetch(there, profile);
            var mails = new ArrayList<Mail>();
            for (Message message : there) mails.add(Mail.of((IMAPMessage) message, folder));
            return mails;
        });
    }

    /// Some bytes of a message as it lies on the server; fewer or none at its end. Marks nothing as seen.
    ///
    /// @throws DoorProblem of kind GONE when it is not there any more
    byte[] piece(Mail mail, long from, int length) throws DoorProblem {
        return ask(folder -> {
            Message message = find(folder, mail).orElseThrow(() -> gone());
            int number = message.getMessageNumber();
            var body = (BODY) folder.doCommand(protocol -> protocol.peekBody(number, null, (int) from, length));
            if (body == null || body.getByteArrayInputStream() == null) return new byte[0];
            return body.getByteArrayInputStream().readAllBytes();
        });
    }

    /// Sets a keyword on a message that is there.
    void flag(Mail mail, String keyword) throws DoorProblem {
        ask(folder -> {
            Optional<Message> message = find(folder, mail);
            if (message.isPresent()) message.get().setFlags(new Flags(keyword), true);
            return true;
        });
    }

    /// Moves a message that is there to another folder.
    void move(Mail mail, String to) throws DoorProblem {
        ask(folder -> {
            Optional<Message> message = find(folder, mail);
            if (message.isPresent()) {
                folder.moveMessages(
                        new Message[] {message.get()}, folder.getStore().getFolder(to));
            }
            return true;
        });
    }

    private static Optional<Message> find(IMAPFolder folder, Mail mail) throws MessagingException {
        if (folder.getUIDValidity() != mail.validity()) return Optional.empty();
        return Optional.ofNullable(folder.getMessageByUID(mail.uid())).filter(message -> !message.isExpunged());
    }

    private static DoorProblem gone() {
        return new DoorProblem(Kind.GONE, "a message is not in the folder any more");
    }

    String resolve() throws DoorProblem {
        try {
            return InetAddress.getAllByName(login.host()).length + " address(es)";
        } catch (UnknownHostException unknown) {
            throw problems.of(unknown);
        }
    }

    String tryConnecting() throws DoorProblem {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(login.host(), login.port()), (int)
                    login.connect().toMillis());
            return login.place() + " accepts connections";
        } catch (IOException refused) {
            throw problems.unreachable(refused);
        }
    }

    void drop() {
        Store closing = store;
        store = null;
        open = null;
        try {
            if (closing != null) closing.close();
        } catch (MessagingException alreadyBroken) {
            // It is thrown away.
        }
    }

    @Override
    public void close() {
        drop();
    }
}
