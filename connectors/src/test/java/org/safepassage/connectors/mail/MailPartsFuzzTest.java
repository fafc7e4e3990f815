package org.safepassage.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.plumbing.ItemPaths;

/// Messages that somebody broke, by chance and on purpose: each is taken apart or refused, and nothing else happens.
@Timeout(60)
class MailPartsFuzzTest {
    private static final String MESSAGE = """
            Message-ID: <m1@invented.example>\r
            Subject: =?UTF-8?B?0JI=?= =?x-none?Q?a=ZZ?=\r
            Content-Type: multipart/mixed; boundary=b\r
            \r
            --b\r
            Content-Type: text/plain; charset=utf-8\r
            Content-Transfer-Encoding: quoted-printable\r
            \r
            inside =D0=92=\r
            \r
            --b\r
            Content-Type: image/jpeg; name*0*=UTF-8''a%20; name*1=b\r
            Content-Disposition: attachment; filename="photo.jpg"; filename*=windows-1251''%F4\r
            Content-Transfer-Encoding: base64\r
            \r
            AAAA\r
            --b--\r
            """;

    private static Taken taken(byte[] message) throws IOException {
        var taken = new Taken();
        new MailParts(HubSide.none().decryption(), 50, "message.eml").read(new ByteArrayInputStream(message), taken);
        return taken;
    }

    @Test
    void aMessageWithAnyBytesChangedIsTakenApartOrRefused() {
        byte[] sound = MESSAGE.getBytes(StandardCharsets.ISO_8859_1);
        String odd = "\u0000\r\n:;\"'*=%-?<>()\u00ff";
        var random = new Random(15);
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = sound.clone();
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                changed[random.nextInt(changed.length)] = (byte) odd.charAt(random.nextInt(odd.length()));
            }
            takenOrRefused(changed);
        }
    }

    @Test
    void aMessageCutAnywhereIsTakenApartOrRefused() {
        byte[] sound = MESSAGE.getBytes(StandardCharsets.ISO_8859_1);
        for (int length = 0; length < sound.length; length++) takenOrRefused(java.util.Arrays.copyOf(sound, length));
    }

    @Test
    void fieldsWrittenToDeceiveAreTakenApartOrRefused() {
        for (String field : List.of(
                "Content-Type: ; ; ;",
                "Content-Type: multipart/mixed",
                "Content-Type: multipart/mixed; boundary=\"\"",
                "Content-Type: text/plain; charset=\"\u0000\"",
                "Content-Type: text/plain; charset=../../x",
                "Content-Disposition: attachment; filename*=''",
                "Content-Disposition: attachment; filename*=x'y'%",
                "Content-Disposition: attachment; filename*999=a; filename*0=b",
                "Content-Disposition: attachment; filename=\"" + "a".repeat(100_000) + "\"",
                "Content-Transfer-Encoding: none-such",
                "Subject: " + "=?UTF-8?Q?=?=".repeat(5_000),
                ":")) {
            takenOrRefused((field + "\r\n\r\nbody\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void takenOrRefused(byte[] message) {
        try {
            Taken taken = taken(message);
            assertThat(taken.bytes).containsKey("record.json");
            assertThat(taken.bytes.keySet()).allMatch(path -> ItemPaths.stays(path.split("~")[0]));
        } catch (DoorProblem refused) {
            assertThat(refused.kind()).isEqualTo(DoorProblem.Kind.HOSTILE);
        } catch (IOException unexpected) {
            throw new AssertionError("a broken message is no broken line", unexpected);
        }
    }
}
