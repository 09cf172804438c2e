<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>ArrivalCard</name>
    <message>
        <source>Arrived</source>
        <translation>到着</translation>
    </message>
    <message>
        <source>Inside, unpaid</source>
        <translation>入場済・未払</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>問題が起きました</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Carry on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>This is our fault, not yours. Everything the screen had confirmed is saved and you can carry on. The details below name no guest.</source>
        <translation>プログラムの不具合です。操作のせいではありません。画面で確認できた記録はすべて保存されています。このまま続けられます。下の詳細に参加者の名前は含まれていません。</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Just now</source>
        <translation>直前の受付</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>取り消し</translation>
    </message>
</context>
<context>
    <name>ScanInput</name>
    <message>
        <source>Scan a badge, or type a name, company or number</source>
        <translation>名札をスキャン、または名前・会社・番号を入力</translation>
    </message>
    <message>
        <source>Typing a name · Esc</source>
        <translation>名前を入力中・Esc で戻る</translation>
    </message>
</context>
<context>
    <name>TenderPad</name>
    <message>
        <source>Received</source>
        <translation>お預かり</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>お釣り</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>ちょうど</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Already transferred</source>
        <translation>振込済み</translation>
    </message>
    <message>
        <source>Pay later</source>
        <translation>あとで払う</translation>
    </message>
    <message>
        <source>Take and admit</source>
        <translation>受け取って入場</translation>
    </message>
    <message>
        <source>Paid by PayPay, admit</source>
        <translation>PayPayで入場</translation>
    </message>
    <message>
        <source>Paid by card, admit</source>
        <translation>カードで入場</translation>
    </message>
    <message>
        <source>Transferred, admit</source>
        <translation>振込済みで入場</translation>
    </message>
    <message>
        <source>Admit, pay later…</source>
        <translation>あとで払う…</translation>
    </message>
    <message>
        <source>%1 more is needed.</source>
        <translation>あと %1 足りません。</translation>
    </message>
    <message>
        <source>Type what you are given: %1 is %2.</source>
        <translation>お預かりの金額を入力：%1 と打つと %2 です。</translation>
    </message>
</context>
</TS>
