<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>AliasesDialog</name>
    <message>
        <source>Remember it again</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>名義</translation>
    </message>
    <message>
        <source>Pays for</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>覚えた日</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘れる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Learned payers</source>
        <translation>覚えた名義</translation>
    </message>
    <message>
        <source>Whoever was matched by hand to such a text is proposed for it again, at the next event too.</source>
        <translation>手で消し込んだ名義を覚え、次からは候補に挙げます。次回の会にも引き継げます。</translation>
    </message>
    <message>
        <source>Nothing has been learned yet</source>
        <translation>まだ覚えた名義はありません</translation>
    </message>
</context>
<context>
    <name>AlignBar</name>
    <message>
        <source>Align left edges</source>
        <translation>左端をそろえる</translation>
    </message>
    <message>
        <source>Centre across</source>
        <translation>左右の中央にそろえる</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>右端をそろえる</translation>
    </message>
    <message>
        <source>Align upper edges</source>
        <translation>上端をそろえる</translation>
    </message>
    <message>
        <source>Centre up and down</source>
        <translation>上下の中央にそろえる</translation>
    </message>
    <message>
        <source>Align lower edges</source>
        <translation>下端をそろえる</translation>
    </message>
</context>
<context>
    <name>AmountDialog</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Give back to %1</source>
        <translation>%1 さんへ返金</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>返金する</translation>
    </message>
    <message>
        <source>%1 are paid too much.</source>
        <translation>過入金は %1 です。</translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation>二重払い</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Discount after the payment</source>
        <translation>支払後の割引</translation>
    </message>
    <message>
        <source>Cash, box %1</source>
        <translation>現金（レジ%1）</translation>
    </message>
    <message>
        <source>Cash, safe</source>
        <translation>現金（金庫）</translation>
    </message>
    <message>
        <source>Write a slip for the guest to sign</source>
        <translation>参加者が署名する返金書を書き出す</translation>
    </message>
    <message>
        <source>By which channel</source>
        <translation>返金の方法</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Move what %1 paid too much</source>
        <translation>%1 さんの過入金を振り替える</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>振り替える</translation>
    </message>
    <message>
        <source>It pays another guest&apos;s fee. No money moves.</source>
        <translation>ほかの参加者の会費に充てます。お金は動きません。</translation>
    </message>
    <message>
        <source>Whose fee</source>
        <translation>だれの会費に</translation>
    </message>
    <message>
        <source>Keep what %1 paid too much</source>
        <translation>%1 さんの過入金を寄付にする</translation>
    </message>
    <message>
        <source>Keep as a gift</source>
        <translation>寄付にする</translation>
    </message>
    <message>
        <source>Only if the guest said so.</source>
        <translation>ご本人の了承を得たときだけにしてください。</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Write off what %1 owes</source>
        <translation>%1 さんの未払を貸倒にする</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>貸倒にする</translation>
    </message>
    <message>
        <source>The charge stays on record, but nobody asks for it any more.</source>
        <translation>請求の記録は残りますが、今後は請求しません。</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>連絡がつかない</translation>
    </message>
    <message>
        <source>Too small to ask for</source>
        <translation>少額のため</translation>
    </message>
</context>
<context>
    <name>ArrivalCard</name>
    <message>
        <source>Arrived</source>
        <translation>到着</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>会場内</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>退場</translation>
    </message>
    <message>
        <source>Inside, unpaid</source>
        <translation>入場済・未払</translation>
    </message>
</context>
<context>
    <name>ArrivalsCard</name>
    <message>
        <source>Arrivals</source>
        <translation>来場の推移</translation>
    </message>
    <message>
        <source>Arrived so far</source>
        <translation>到着(累計)</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>In ten minutes</source>
        <translation>10分ごとの到着</translation>
    </message>
    <message>
        <source>Nobody has arrived yet</source>
        <translation>まだ誰も到着していません</translation>
    </message>
    <message>
        <source>The curve begins with the first guest.</source>
        <translation>最初の方が到着すると、ここに推移が出ます。</translation>
    </message>
    <message>
        <source>No plan yet: it needs the hours of the door, in the settings.</source>
        <translation>予定の線は、設定で受付時間を決めると出ます。</translation>
    </message>
    <message>
        <source>Plan: the %1 on the list, spread over %2–%3, most of them after a third of that time.</source>
        <translation>予定: 名簿の%1人を%2〜%3に割り振り、3分の1を過ぎたころを山としています。</translation>
    </message>
</context>
<context>
    <name>BadgeDialog</name>
    <message>
        <source>✓ valid</source>
        <translation>✓ 有効</translation>
    </message>
    <message>
        <source>Badge codes of %1</source>
        <translation>%1さんの名札コード</translation>
    </message>
    <message>
        <source>Each of these opens the door. A lost badge is replaced: the old code is refused from then on, and the new one is on the next name tag or pass.</source>
        <translation>下のコードで入場できます。名札をなくしたら作り直してください。古いコードは無効になり、新しいコードは次に印刷する名札や入場証に載ります。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Replace a lost badge</source>
        <translation>名札コードを作り直す</translation>
    </message>
    <message>
        <source>Refuse this code</source>
        <translation>このコードを無効にする</translation>
    </message>
    <message>
        <source>Add the code</source>
        <translation>コードを追加</translation>
    </message>
    <message>
        <source>Scan or type the code of a ticket or a membership card</source>
        <translation>チケットや会員証のコードを読み取るか入力</translation>
    </message>
    <message>
        <source>added code</source>
        <translation>追加コード</translation>
    </message>
    <message>
        <source>our badge</source>
        <translation>名札</translation>
    </message>
    <message>
        <source>✕ refused</source>
        <translation>✕ 無効</translation>
    </message>
</context>
<context>
    <name>BandPanel</name>
    <message>
        <source>Bold</source>
        <translation>太字</translation>
    </message>
    <message>
        <source>Only as wide as its text</source>
        <translation>文字の幅に合わせる</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>地の色</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>枠の色</translation>
    </message>
    <message>
        <source>Round corners</source>
        <translation>角の丸み</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>最大サイズ</translation>
    </message>
    <message>
        <source>Text stands</source>
        <translation>文字の位置</translation>
    </message>
</context>
<context>
    <name>BankBookView</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Only on the statement</source>
        <translation>明細だけ</translation>
    </message>
    <message>
        <source>Only in the books</source>
        <translation>帳簿だけ</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>帳簿</translation>
    </message>
    <message>
        <source>Balance of the books</source>
        <translation>帳簿の残高</translation>
    </message>
    <message>
        <source>%1 Statement %2 − not matched %3 − ignored %4 = matched in the books %5</source>
        <translation>%1 明細 %2 − 未消込 %3 − 対象外 %4 = 帳簿の消込済 %5</translation>
    </message>
    <message>
        <source>%1 are in the books and on no statement.</source>
        <translation>帳簿の%1は、まだどの明細にもありません。</translation>
    </message>
    <message>
        <source>A statement in between is missing: %1.</source>
        <translation>間の明細が%1分足りません。</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>消込済</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>一部</translation>
    </message>
    <message>
        <source>Not matched</source>
        <translation>未消込</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>対象外</translation>
    </message>
</context>
<context>
    <name>BookingDialog</name>
    <message>
        <source>Book it</source>
        <translation>記帳する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Book the row to an account</source>
        <translation>明細を勘定科目に記帳する</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>勘定科目</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>BoxRows</name>
    <message>
        <source>Box</source>
        <translation>レジ</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>釣銭準備金</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>実査</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>帳簿</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>過不足</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>締め済</translation>
    </message>
    <message>
        <source>Open, not counted</source>
        <translation>使用中・未実査</translation>
    </message>
    <message>
        <source>Counted, not closed</source>
        <translation>実査済・未締め</translation>
    </message>
</context>
<context>
    <name>BoxesCard</name>
    <message>
        <source>Hand over…</source>
        <translation>引き継ぐ…</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>その他 ▾</translation>
    </message>
    <message>
        <source>Change from the safe…</source>
        <translation>金庫から補充…</translation>
    </message>
    <message>
        <source>Closing slip as PDF…</source>
        <translation>締め伝票（PDF）…</translation>
    </message>
    <message>
        <source>Change to bring…</source>
        <translation>用意する釣銭…</translation>
    </message>
    <message>
        <source>Count and close…</source>
        <translation>数えて締める…</translation>
    </message>
    <message>
        <source>Carry to the safe…</source>
        <translation>金庫へ移す…</translation>
    </message>
    <message>
        <source>Open a cash box…</source>
        <translation>レジを開く…</translation>
    </message>
    <message>
        <source>Cash boxes</source>
        <translation>レジ</translation>
    </message>
    <message>
        <source>No cash box was opened yet</source>
        <translation>まだレジは開かれていません</translation>
    </message>
    <message>
        <source>It is opened with its float when somebody works at a desk.</source>
        <translation>受付を始めるときに、釣銭準備金を数えて開きます。</translation>
    </message>
</context>
<context>
    <name>BoxesTab</name>
    <message>
        <source>Cash box %1 goes on with %2: %3.</source>
        <translation>レジ%1は %2 のまま %3 さんが引き継ぎました。</translation>
    </message>
    <message>
        <source>Cash box %1 is closed. %2 stay in it.</source>
        <translation>レジ%1を締めました。%2 はレジに残っています。</translation>
    </message>
    <message>
        <source>%1 from the safe are in the box.</source>
        <translation>金庫からレジへ %1 を補充しました。</translation>
    </message>
    <message>
        <source>closing slip %1 %2.pdf</source>
        <translation>締め伝票 %1 %2.pdf</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF文書</translation>
    </message>
    <message>
        <source>Cash box %1 is closed. %2 went to the safe.</source>
        <translation>レジ%1を締めました。%2 を金庫へ移しました。</translation>
    </message>
    <message>
        <source>%1 went to the safe.</source>
        <translation>%1 を金庫へ移しました。</translation>
    </message>
</context>
<context>
    <name>BudgetTab</name>
    <message>
        <source>Show rows…</source>
        <translation>明細を見る…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>予算</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Add a line to the budget</source>
        <translation>予算の行を追加</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Expenses can then be booked to this line.</source>
        <translation>追加した行は、支出の科目として選べます。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>科目</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>前回繰越</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>記帳する</translation>
    </message>
    <message>
        <source>What was there before this event: carried forward from the last one.</source>
        <translation>このイベントの前からあったお金(前回からの繰越)です。</translation>
    </message>
    <message>
        <source>Plan…</source>
        <translation>予算を入力…</translation>
    </message>
    <message>
        <source>Add a line…</source>
        <translation>行を追加…</translation>
    </message>
    <message>
        <source>Opening balance…</source>
        <translation>前回繰越…</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>決算</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>収入計</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>支出計</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>差引</translation>
    </message>
    <message>
        <source>Carried forward: %1</source>
        <translation>前回繰越: %1</translation>
    </message>
    <message>
        <source>The budget is saved.</source>
        <translation>予算を保存しました。</translation>
    </message>
    <message>
        <source>Take the opening balance back</source>
        <translation>前回繰越を取り消す</translation>
    </message>
    <message>
        <source>It is booked back; then you can type another.</source>
        <translation>反対仕訳で戻します。そのあと入力し直せます。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>取り消しました。</translation>
    </message>
    <message>
        <source>The opening balance is booked.</source>
        <translation>前回繰越を記帳しました。</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Change %n guest(s)</source>
        <translation>%n人をまとめて変更</translation>
    </message>
    <message>
        <source>What</source>
        <translation>変えるもの</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>%n guest(s) will be changed.</source>
        <translation>%n人を変更します。</translation>
    </message>
    <message>
        <source>%n guest(s) are so already.</source>
        <translation>%n人はすでにそのとおりです。</translation>
    </message>
    <message>
        <source>%n guest(s) stay as they are (inside or erased): %1</source>
        <translation>入場済みまたは消去済みの%n人は変わりません：%1</translation>
    </message>
    <message>
        <source>Together they will owe %1 more.</source>
        <translation>会費の請求は合わせて %1 増えます。</translation>
    </message>
    <message>
        <source>Together they will owe %1 less.</source>
        <translation>会費の請求は合わせて %1 減ります。</translation>
    </message>
    <message>
        <source>Change %n</source>
        <translation>%n人を変更</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>卓</translation>
    </message>
    <message>
        <source>Add labels</source>
        <translation>タグを付ける</translation>
    </message>
    <message>
        <source>Remove labels</source>
        <translation>タグを外す</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>紹介者</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Note for the desk</source>
        <translation>受付メモ</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>出欠</translation>
    </message>
</context>
<context>
    <name>CameraStrip</name>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>No camera found. Plug one in; the scanner goes on working.</source>
        <translation>カメラが見つかりません。つなぐと始まります。スキャナーはそのまま使えます。</translation>
    </message>
    <message>
        <source>This computer does not let Reception use the camera. Allow it in the system settings and press F8 twice; the scanner goes on working.</source>
        <translation>このパソコンの設定でカメラの使用が許可されていません。システムの設定で許可し、F8 を2回押してください。スキャナーはそのまま使えます。</translation>
    </message>
    <message>
        <source>The camera was unplugged. Plug it in again and it goes on; the scanner works.</source>
        <translation>カメラが外れました。つなぎ直すと続きます。スキャナーはそのまま使えます。</translation>
    </message>
    <message>
        <source>The camera gives no picture: another program may be using it. Close that and press F8 twice; the scanner goes on working.</source>
        <translation>カメラの映像が来ません。ほかのプログラムが使っていれば閉じて、F8 を2回押してください。スキャナーはそのまま使えます。</translation>
    </message>
    <message>
        <source>The camera needs a part of the system that is missing: sudo apt-get install libpulse0. The scanner goes on working.</source>
        <translation>カメラに必要な部品が足りません: sudo apt-get install libpulse0 スキャナーはそのまま使えます。</translation>
    </message>
</context>
<context>
    <name>CarryDialog</name>
    <message>
        <source>Cash box %1: carry cash to the safe</source>
        <translation>レジ%1：金庫へ移す</translation>
    </message>
    <message>
        <source>Carry to the safe</source>
        <translation>金庫へ移す</translation>
    </message>
    <message>
        <source>Cash box %1: fetch change from the safe</source>
        <translation>レジ%1：金庫から釣銭を補充</translation>
    </message>
    <message>
        <source>Put into the box</source>
        <translation>レジに入れる</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>That cannot be taken out of this box. Check the amount.</source>
        <translation>このレジからその額は出せません。金額を確かめてください。</translation>
    </message>
</context>
<context>
    <name>CashBoxDialog</name>
    <message>
        <source>Two people count, one after the other</source>
        <translation>2人で順に数える</translation>
    </message>
    <message>
        <source>Now %1 counts. The first count is put aside; both are compared before anything is shown.</source>
        <translation>次は %1 さんが数えます。1人目の結果は伏せてあり、2人分が一致するまで何も表示しません。</translation>
    </message>
    <message>
        <source>The two counts differ (%1). Count again, both of you.</source>
        <translation>2人の結果が違います（%1）。2人とももう一度数えてください。</translation>
    </message>
    <message>
        <source>Who counts second</source>
        <translation>2人目の担当</translation>
    </message>
    <message>
        <source>To the safe</source>
        <translation>金庫へ</translation>
    </message>
    <message>
        <source>Stays in the box</source>
        <translation>レジに残す</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>引き継ぐ</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>引き継ぐ人</translation>
    </message>
    <message>
        <source>%1 stay in the locked box. Whoever opens it next counts them again.</source>
        <translation>%1 を施錠したレジに残します。次に開く人がもう一度数えます。</translation>
    </message>
    <message>
        <source>The next operator goes on with %1, counted together now.</source>
        <translation>いま一緒に数えた %1 で、次の担当が続けます。</translation>
    </message>
    <message>
        <source>Hand the box over</source>
        <translation>レジを引き継ぐ</translation>
    </message>
    <message>
        <source>Where to look first</source>
        <translation>まず確かめるところ</translation>
    </message>
    <message>
        <source>Save the count</source>
        <translation>数えた額を保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Count all notes and coins in the box, the float too. What should be there is shown when your count is saved.</source>
        <translation>レジの中のお札と硬貨を、釣銭準備金も含めてすべて数えてください。帳簿の額は、数えた額を保存したあとに表示します。</translation>
    </message>
    <message>
        <source>Nothing is entered. Press again if the box is really empty.</source>
        <translation>何も入力されていません。本当に空なら、もう一度押してください。</translation>
    </message>
    <message>
        <source>Close the cash box</source>
        <translation>レジを締める</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>数え直す</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>開けておく</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Closing carries all %1 to the safe.</source>
        <translation>締めると、%1 をすべて金庫へ移します。</translation>
    </message>
    <message>
        <source>Count cash box %1</source>
        <translation>レジ%1を数える</translation>
    </message>
    <message>
        <source>Probably change given wrongly</source>
        <translation>お釣りの渡し間違いと思われる</translation>
    </message>
    <message>
        <source>Probably a payment taken with another tender</source>
        <translation>支払手段の選び間違いと思われる</translation>
    </message>
    <message>
        <source>Counted twice, cause unknown</source>
        <translation>二回数えたが原因不明</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>数えた額</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>帳簿の額</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>過不足</translation>
    </message>
    <message>
        <source>The count is right to the last coin.</source>
        <translation>一円の狂いもなく合っています。</translation>
    </message>
    <message>
        <source>There is more in the box than was taken in.</source>
        <translation>帳簿より多く入っています。</translation>
    </message>
    <message>
        <source>Cash is missing. Count again before you close the box.</source>
        <translation>現金が足りません。締める前に、もう一度数えてみてください。</translation>
    </message>
</context>
<context>
    <name>CategoriesCard</name>
    <message>
        <source>Received by category</source>
        <translation>区分ごとの入金</translation>
    </message>
    <message>
        <source>No fees are charged yet.</source>
        <translation>会費はまだ請求されていません。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 received</source>
        <translation>%1：%3 のうち %2 を受け取りました</translation>
    </message>
    <message>
        <source>Without category</source>
        <translation>区分なし</translation>
    </message>
</context>
<context>
    <name>CategoryDesignsDialog</name>
    <message>
        <source>Designs by category</source>
        <translation>区分ごとのデザイン</translation>
    </message>
    <message>
        <source>Use these designs</source>
        <translation>このデザインを使う</translation>
    </message>
    <message>
        <source>A category may have a design of its own; all are adapted to the same labels.</source>
        <translation>区分ごとに別のデザインを使えます。どれも同じラベルの大きさに合わせます。</translation>
    </message>
    <message>
        <source>As all others</source>
        <translation>ほかと同じ</translation>
    </message>
</context>
<context>
    <name>CategoryPrices</name>
    <message>
        <source>%n guest(s)</source>
        <translation>%n人</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Change to bring</source>
        <translation>用意する釣銭</translation>
    </message>
    <message>
        <source>Everybody who is still to come and owes is taken to hand over the largest note.</source>
        <translation>これから来る未払の人が、全員いちばん大きなお札を出すものとして計算します。</translation>
    </message>
    <message>
        <source>Pay in cash</source>
        <translation>現金で払う割合</translation>
    </message>
    <message>
        <source>Walk-ins expected</source>
        <translation>当日参加の見込み</translation>
    </message>
    <message>
        <source>Who needs change</source>
        <translation>お釣りが要る人</translation>
    </message>
    <message>
        <source>Bring</source>
        <translation>用意する枚数</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>合わせて %1</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>未払</translation>
    </message>
    <message>
        <source>Change each</source>
        <translation>1人あたりのお釣り</translation>
    </message>
    <message>
        <source>Note or coin</source>
        <translation>金種</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>枚数</translation>
    </message>
</context>
<context>
    <name>CheckRowsDialog</name>
    <message>
        <source>Show the guest</source>
        <translation>参加者を見る</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Show %n row(s)</source>
        <translation>%n件を見る</translation>
    </message>
    <message>
        <source>All checks</source>
        <translation>すべて見る</translation>
    </message>
    <message>
        <source>Accounts check</source>
        <translation>会計チェック</translation>
    </message>
    <message>
        <source>Check the whole file</source>
        <translation>ファイル全体を検査</translation>
    </message>
    <message>
        <source>%n check(s) need you</source>
        <translation>%n件、確認が必要です</translation>
    </message>
    <message>
        <source>%n to note</source>
        <translation>確認が必要 %n件</translation>
    </message>
    <message>
        <source>%n check(s), nothing is wrong</source>
        <translation>%n件を確認、問題はありません</translation>
    </message>
</context>
<context>
    <name>ChecksTab</name>
    <message>
        <source>Checking the file…</source>
        <translation>ファイルを検査しています…</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Find…</source>
        <translation>探す…</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Payout of %1</source>
        <translation>%1からの入金</translation>
    </message>
    <message>
        <source>%n payment(s)</source>
        <translation>%n件の支払い</translation>
    </message>
    <message>
        <source>fee %1</source>
        <translation>手数料%1</translation>
    </message>
    <message>
        <source>as its list says</source>
        <translation>明細の記載どおり</translation>
    </message>
    <message>
        <source>all up to that day</source>
        <translation>その日までのすべて</translation>
    </message>
    <message>
        <source>%n guest(s)</source>
        <translation>%n名</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>テーブル %1</translation>
    </message>
    <message>
        <source>charged %1</source>
        <translation>請求 %1</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>記帳する</translation>
    </message>
    <message>
        <source>All of it is theirs: overpaid by %1</source>
        <translation>全額を入金に（%1の過入金）</translation>
    </message>
    <message>
        <source>%1 of it is a gift</source>
        <translation>差額の%1は祝儀・寄付</translation>
    </message>
    <message>
        <source>%1 of it is unidentified</source>
        <translation>差額の%1は不明金</translation>
    </message>
    <message>
        <source>%1 of it stays open</source>
        <translation>差額の%1は未消込のまま</translation>
    </message>
    <message>
        <source>Paid in part: %1 stay due</source>
        <translation>一部入金（残り%1は未払のまま）</translation>
    </message>
    <message>
        <source>Paid in full: a bank kept %1 as its fee</source>
        <translation>全額入金（%1は振込手数料として差引）</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>The category&apos;s</source>
        <translation>区分の色</translation>
    </message>
    <message>
        <source>Legible on the category&apos;s</source>
        <translation>区分の色の上で読める色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黒</translation>
    </message>
    <message>
        <source>Dark grey</source>
        <translation>濃い灰色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Light grey</source>
        <translation>薄い灰色</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>その他…</translation>
    </message>
</context>
<context>
    <name>ColumnMeanings</name>
    <message>
        <source>empty</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>ColumnPanel</name>
    <message>
        <source>Drag a heading to move its column.</source>
        <translation>見出しをドラッグすると列を動かせます。</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>標準に戻す</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ComputerSection</name>
    <message>
        <source>As the system</source>
        <translation>パソコンに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Sounds at the door</source>
        <translation>受付で音を鳴らす</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>入場</translation>
    </message>
    <message>
        <source>Fee due</source>
        <translation>会費</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>お断り</translation>
    </message>
    <message>
        <source>Show the journal (debit and credit) on the money page</source>
        <translation>会計に仕訳（借方・貸方）も表示する</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Save a copy of the event…</source>
        <translation>イベントのコピーを保存…</translation>
    </message>
    <message>
        <source>Who works here…</source>
        <translation>担当者と受付を選ぶ…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>A checked copy is kept while you work. A folder on a USB stick survives this computer. A new folder is used from the next start on.</source>
        <translation>作業中に、検査済みのコピーを自動で残します。USBメモリーのフォルダーなら、このパソコンが壊れても残ります。変更は次に起動したときから有効です。</translation>
    </message>
    <message>
        <source>Folder for copies</source>
        <translation>コピーを残すフォルダー</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>受付</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Take back what was done for %1</source>
        <translation>%1 さんの処理を取り消す</translation>
    </message>
    <message>
        <source>%1 are booked back by a mirror entry of today.</source>
        <translation>%1 を、本日付けの反対仕訳で取り消します。</translation>
    </message>
    <message>
        <source>Take the payment back</source>
        <translation>入金を取り消す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Correct the payment of %1</source>
        <translation>%1 さんの入金を訂正</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>%1 are due again.</source>
        <translation>%1 が未払に戻ります。</translation>
    </message>
    <message>
        <source>Receipt %1 is void but keeps its number.</source>
        <translation>領収書 %1 は無効になり、番号は欠番になりません。</translation>
    </message>
    <message>
        <source>Hand back %1 from cash box %2.</source>
        <translation>レジ%2から %1 をお返しください。</translation>
    </message>
    <message>
        <source>Wrong guest</source>
        <translation>別の参加者の入金だった</translation>
    </message>
    <message>
        <source>Another tender was used</source>
        <translation>支払手段が違った</translation>
    </message>
    <message>
        <source>Wrong amount</source>
        <translation>金額が違った</translation>
    </message>
    <message>
        <source>The guest does not come in</source>
        <translation>入場しないことになった</translation>
    </message>
</context>
<context>
    <name>CountFields</name>
    <message>
        <source>Counted</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Pieces of %1</source>
        <translation>%1 の枚数</translation>
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
    <name>DesignerDialog</name>
    <message>
        <source>Snap</source>
        <translation>吸着</translation>
    </message>
    <message>
        <source>%1 (own)</source>
        <translation>%1(変更)</translation>
    </message>
    <message>
        <source>The design is saved.</source>
        <translation>デザインを保存しました。</translation>
    </message>
    <message>
        <source>The template is in %1.</source>
        <translation>テンプレートを%1に保存しました。</translation>
    </message>
    <message>
        <source>Name tag designer</source>
        <translation>名札のデザイン</translation>
    </message>
    <message>
        <source>On this side</source>
        <translation>この面の要素</translation>
    </message>
    <message>
        <source>A whole sheet</source>
        <translation>用紙全体</translation>
    </message>
    <message>
        <source>Nobody is found by “%1”.</source>
        <translation>「%1」に当たる参加者はいません。</translation>
    </message>
    <message>
        <source>Open a template</source>
        <translation>テンプレートを開く</translation>
    </message>
    <message>
        <source>Name tag templates (*%1)</source>
        <translation>名札のテンプレート (*%1)</translation>
    </message>
    <message>
        <source>Save as a template</source>
        <translation>テンプレートとして保存</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>画像を選ぶ</translation>
    </message>
    <message>
        <source>The design is changed. Save it?</source>
        <translation>デザインが変更されています。保存しますか。</translation>
    </message>
</context>
<context>
    <name>DeskDialog</name>
    <message>
        <source>The cash of the last closing stayed in this box. Count what is in it now.</source>
        <translation>前回締めた現金がこのレジに残っています。いま入っている分を数えてください。</translation>
    </message>
    <message>
        <source>The box holds %1 more than its last closing left.</source>
        <translation>前回締めたときより %1 多く入っています。</translation>
    </message>
    <message>
        <source>The box holds %1 less than its last closing left.</source>
        <translation>前回締めたときより %1 少なくなっています。</translation>
    </message>
    <message>
        <source>The difference is booked. Tell the accountant.</source>
        <translation>差額は記帳しました。会計担当に伝えてください。</translation>
    </message>
    <message>
        <source>Count the float</source>
        <translation>釣銭準備金を数える</translation>
    </message>
    <message>
        <source>No cash at this desk</source>
        <translation>この受付では現金を扱わない</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>ここを担当するのはどなたですか</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Cash box %1 has been open since %2 (%3). It goes on.</source>
        <translation>レジ%1は %2 から開いています（%3）。そのまま続けます。</translation>
    </message>
    <message>
        <source>How many notes and coins are in the box to begin with?</source>
        <translation>はじめに、お札と硬貨は何枚ずつ入っていますか。</translation>
    </message>
    <message>
        <source>Guests are let in here; fees are paid at another desk.</source>
        <translation>ここでは入場だけを受け付け、会費は別の受付でお預かりします。</translation>
    </message>
    <message>
        <source>Start with %1</source>
        <translation>%1 で始める</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>始める</translation>
    </message>
</context>
<context>
    <name>DoorMore</name>
    <message>
        <source>Paper door list</source>
        <translation>受付名簿</translation>
    </message>
    <message>
        <source>Writing the door list…</source>
        <translation>受付名簿を書き出しています…</translation>
    </message>
</context>
<context>
    <name>DoorPage</name>
    <message>
        <source>The first %n – type more to see fewer</source>
        <translation>先頭の%n名です。続けて入力すると絞り込めます</translation>
    </message>
    <message>
        <source>Which companion?</source>
        <translation>どの同伴者ですか？</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Nobody who fits “%1” owes a fee.</source>
        <translation>「%1」に当てはまる未収の方はいません。</translation>
    </message>
    <message>
        <source>✓ paid together</source>
        <translation>✓ まとめ払い</translation>
    </message>
    <message>
        <source>Who else is paid for? Now %1</source>
        <translation>どなたの分も払いますか？ 現在 %1</translation>
    </message>
    <message>
        <source>Scan their badges, or type their names.</source>
        <translation>名札をスキャンするか、お名前を入力してください。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>First scan or pick the guest.</source>
        <translation>先に参加者をスキャンするか、選んでください。</translation>
    </message>
    <message>
        <source>Going out · F5</source>
        <translation>退場受付中・F5</translation>
    </message>
    <message>
        <source>The name tag of %1 is handed out.</source>
        <translation>%1 さんの名札をお渡し済みにしました。</translation>
    </message>
    <message>
        <source>Tag %1 is now the badge of %2.</source>
        <translation>予備の名札 %1 を %2 さんの名札にしました。</translation>
    </message>
    <message>
        <source>Wait with %1 in line</source>
        <translation>%1人待ちの目安</translation>
    </message>
    <message>
        <source>about %n min</source>
        <translation>約%n分</translation>
    </message>
    <message>
        <source>Gone out</source>
        <translation>退場</translation>
    </message>
    <message>
        <source>%n guest(s) inside</source>
        <translation>現在 %n 人が会場内</translation>
    </message>
    <message>
        <source>F5 goes back to letting in.</source>
        <translation>F5 で入場受付に戻ります。</translation>
    </message>
    <message>
        <source>Scan who goes out</source>
        <translation>退場する方をスキャンしてください</translation>
    </message>
    <message>
        <source>The badge lets them in again.</source>
        <translation>同じ名札で再入場できます。</translation>
    </message>
    <message>
        <source>Is not inside</source>
        <translation>会場内にいません</translation>
    </message>
    <message>
        <source>Not our code</source>
        <translation>この会のコードではありません</translation>
    </message>
    <message>
        <source>Nothing was noted. F5 goes back to letting in.</source>
        <translation>何も記録していません。F5 で入場受付に戻ります。</translation>
    </message>
    <message>
        <source>The guest is inside and owes the fee again.</source>
        <translation>入場済みのまま、会費は未収に戻りました。</translation>
    </message>
    <message>
        <source>Paid at %1, receipt %2</source>
        <translation>%1 にお支払い・領収書 %2</translation>
    </message>
    <message>
        <source>With the payment these are out again too: %1</source>
        <translation>入金と一緒に、次の方の入場も取り消されます：%1</translation>
    </message>
    <message>
        <source>Take back this payment?</source>
        <translation>この入金を取り消しますか？</translation>
    </message>
    <message>
        <source>The name tag of %1 is printed.</source>
        <translation>%1 さんの名札を印刷しました。</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>当日参加</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Nobody fits “%1”.
F2 registers a walk-in.</source>
        <translation>「%1」に当てはまる方はいません。
F2 で当日参加にできます。</translation>
    </message>
    <message>
        <source>%n guest(s) fit</source>
        <translation>%n名が該当</translation>
    </message>
    <message>
        <source>%n guests have this name. Which one?</source>
        <translation>同じお名前の方が%n名います。どなたですか？</translation>
    </message>
    <message>
        <source>This line holds nothing to undo.</source>
        <translation>この行に取り消せるものはありません。</translation>
    </message>
    <message>
        <source>Just now, at this desk.</source>
        <translation>たった今、この受付で読み取りました。</translation>
    </message>
    <message>
        <source>%n badges were read at once; the list shows each.</source>
        <translation>名札%n枚を一度に読み取りました。右の一覧で確かめてください。</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>直近10分</translation>
    </message>
    <message>
        <source>Without category</source>
        <translation>区分なし</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Inside, unpaid: %1</source>
        <translation>入場済・未払：%1</translation>
    </message>
    <message>
        <source>%1 due</source>
        <translation>未払 %1</translation>
    </message>
    <message>
        <source>here since %1</source>
        <translation>%1 入場</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>取り消しました</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>読み取れませんでした</translation>
    </message>
    <message>
        <source>Fee due</source>
        <translation>会費未払</translation>
    </message>
    <message>
        <source>Already inside</source>
        <translation>入場済み</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>キャンセル待ち</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>入場不可</translation>
    </message>
    <message>
        <source>Old badge</source>
        <translation>旧い名札</translation>
    </message>
    <message>
        <source>Other event</source>
        <translation>別イベント</translation>
    </message>
    <message>
        <source>Not open</source>
        <translation>時間外</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>未登録のコード</translation>
    </message>
    <message>
        <source>Who works at this desk?</source>
        <translation>受付の担当はどなたですか？</translation>
    </message>
    <message>
        <source>Press Enter to say it. Badges scanned before then wait.</source>
        <translation>Enter で入力します。それまでのスキャンはお待たせします。</translation>
    </message>
    <message>
        <source>Ready to scan</source>
        <translation>スキャンできます</translation>
    </message>
    <message>
        <source>Cash box %1 is not open yet. Enter opens it.</source>
        <translation>レジ%1がまだ開いていません。Enter で開けます。</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>受付%1</translation>
    </message>
    <message>
        <source>Desk %1 · door open until %2</source>
        <translation>受付%1・%2まで</translation>
    </message>
    <message>
        <source>Perhaps not recorded</source>
        <translation>記録できたか分かりません</translation>
    </message>
    <message>
        <source>Not recorded: technical trouble</source>
        <translation>記録できませんでした：機器の不具合</translation>
    </message>
    <message>
        <source>The guest did nothing wrong.</source>
        <translation>参加者の名札に問題はありません。</translation>
    </message>
    <message>
        <source>Admitted at %1, desk %2</source>
        <translation>%1・受付%2で入場</translation>
    </message>
    <message>
        <source>Undo this arrival?</source>
        <translation>この入場を取り消しますか？</translation>
    </message>
    <message>
        <source>Paid then</source>
        <translation>受け取った額</translation>
    </message>
    <message>
        <source>Hand back in cash</source>
        <translation>現金でお返し</translation>
    </message>
    <message>
        <source>Give back by %1</source>
        <translation>%1でお返し</translation>
    </message>
    <message>
        <source>The receipt is void: take it back, write VOID on it.</source>
        <translation>領収書は無効です。回収して「書き損じ」と書いてください。</translation>
    </message>
    <message>
        <source>The badge opens the door again.</source>
        <translation>名札はもう一度使えます。</translation>
    </message>
</context>
<context>
    <name>DoorPrintingDialog</name>
    <message>
        <source>Printing at the door</source>
        <translation>受付での印刷</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>記憶する</translation>
    </message>
    <message>
        <source>A label printer beside the desk prints one tag at a time. This computer remembers it.</source>
        <translation>受付のラベルプリンターで名札を1枚ずつ印刷します。このパソコンに記憶します。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1(今はありません)</translation>
    </message>
    <message>
        <source>As all others</source>
        <translation>ほかと同じ</translation>
    </message>
    <message>
        <source>Print the tag of whoever comes in without one</source>
        <translation>名札のない人が入場したら自動で印刷する</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>デザイン</translation>
    </message>
</context>
<context>
    <name>DoorQuestions</name>
    <message>
        <source>One by one…</source>
        <translation>1人ずつ…</translation>
    </message>
    <message>
        <source>Says it is paid: check</source>
        <translation>支払い済みとのこと（要確認）</translation>
    </message>
    <message>
        <source>More at the door</source>
        <translation>受付のその他</translation>
    </message>
    <message>
        <source>Enter arrivals from paper…</source>
        <translation>紙の名簿から入力…</translation>
    </message>
    <message>
        <source>Paper door list…</source>
        <translation>紙の受付名簿…</translation>
    </message>
    <message>
        <source>Check the scanner…</source>
        <translation>読み取り機の確認…</translation>
    </message>
    <message>
        <source>Print the keys…</source>
        <translation>キー一覧の印刷…</translation>
    </message>
    <message>
        <source>%1 · until %2</source>
        <translation>%1・%2まで</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>別の期日</translation>
    </message>
    <message>
        <source>%1 later. Why?</source>
        <translation>残り %1 は後払い。理由は？</translation>
    </message>
    <message>
        <source>The guest comes in now; the rest stays due.</source>
        <translation>今から入場していただき、残りは未収のままにします。</translation>
    </message>
    <message>
        <source>Paid in another way</source>
        <translation>支払い方法の間違い</translation>
    </message>
    <message>
        <source>Not paid after all</source>
        <translation>実際には支払われていない</translation>
    </message>
    <message>
        <source>Hand out once more</source>
        <translation>もう一度お渡しした</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>お渡しした</translation>
    </message>
    <message>
        <source>To give a blank tag instead, scan it now.</source>
        <translation>予備の名札に替えるときは、その名札をスキャンしてください。</translation>
    </message>
    <message>
        <source>Name tag of %1</source>
        <translation>%1 さんの名札</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>Correct the name…</source>
        <translation>お名前を直して印刷…</translation>
    </message>
    <message>
        <source>Walk-in with tag %1…</source>
        <translation>名札 %1 で当日参加…</translation>
    </message>
    <message>
        <source>Give it to %1</source>
        <translation>%1 さんに渡す</translation>
    </message>
    <message>
        <source>%n companion(s) too</source>
        <translation>同伴者 %n名も入場</translation>
    </message>
    <message>
        <source>Reinstate…</source>
        <translation>参加に戻す…</translation>
    </message>
    <message>
        <source>Accept from the list…</source>
        <translation>繰り上げる…</translation>
    </message>
    <message>
        <source>Admit anyway…</source>
        <translation>それでも入場させる…</translation>
    </message>
    <message>
        <source>Yes, reinstate</source>
        <translation>はい、参加に戻す</translation>
    </message>
    <message>
        <source>The fee of the category is charged again.</source>
        <translation>区分の会費をあらためて請求します。</translation>
    </message>
    <message>
        <source>Does this guest come after all?</source>
        <translation>やはり参加されますか？</translation>
    </message>
    <message>
        <source>Yes, accept</source>
        <translation>はい、繰り上げる</translation>
    </message>
    <message>
        <source>The fee of the category is charged.</source>
        <translation>区分の会費を請求します。</translation>
    </message>
    <message>
        <source>Is there a place for this guest?</source>
        <translation>お席はありますか？</translation>
    </message>
    <message>
        <source>Went out and comes back</source>
        <translation>一度出て戻られた</translation>
    </message>
    <message>
        <source>Wrong person was admitted before</source>
        <translation>前の入場が人違いだった</translation>
    </message>
    <message>
        <source>Badge was lent by mistake</source>
        <translation>名札の取り違え</translation>
    </message>
    <message>
        <source>Organizer agreed</source>
        <translation>主催者が了承</translation>
    </message>
    <message>
        <source>Known by face</source>
        <translation>顔見知り</translation>
    </message>
    <message>
        <source>Showed an identity card</source>
        <translation>身分証を確認</translation>
    </message>
    <message>
        <source>Speaker or staff</source>
        <translation>登壇者・スタッフ</translation>
    </message>
    <message>
        <source>Waits inside, out of the cold</source>
        <translation>中でお待ちいただく</translation>
    </message>
    <message>
        <source>Admit anyway. Why?</source>
        <translation>それでも入場させる理由は？</translation>
    </message>
    <message>
        <source>Pays on leaving</source>
        <translation>帰りに支払う</translation>
    </message>
    <message>
        <source>Will transfer it</source>
        <translation>後日振り込む</translation>
    </message>
    <message>
        <source>The company pays</source>
        <translation>会社が支払う</translation>
    </message>
    <message>
        <source>Somebody else pays</source>
        <translation>ほかの方が支払う</translation>
    </message>
    <message>
        <source>The guest comes in now; the fee stays due.</source>
        <translation>このまま入場し、会費は未払いとして残ります。</translation>
    </message>
    <message>
        <source>Pay later. Why?</source>
        <translation>あとで払う理由は？</translation>
    </message>
    <message>
        <source>Already transferred</source>
        <translation>振込済み</translation>
    </message>
    <message>
        <source>Wrong guest</source>
        <translation>人違い</translation>
    </message>
    <message>
        <source>Scanned by mistake</source>
        <translation>誤ってスキャンした</translation>
    </message>
    <message>
        <source>Fee entered wrongly</source>
        <translation>会費の入力間違い</translation>
    </message>
    <message>
        <source>Did not come in after all</source>
        <translation>結局入場しなかった</translation>
    </message>
    <message>
        <source>↑ and ↓ choose another line of the list.</source>
        <translation>↑ ↓ で別の行を選べます。</translation>
    </message>
    <message>
        <source>Did not come in; the payment stays</source>
        <translation>入場しなかったが入金は残す</translation>
    </message>
    <message>
        <source>The payment is taken back too.</source>
        <translation>入金も取り消します。</translation>
    </message>
    <message>
        <source>Why is it undone?</source>
        <translation>取り消す理由は？</translation>
    </message>
    <message>
        <source>Open the cash box…</source>
        <translation>レジを開ける…</translation>
    </message>
    <message>
        <source>Pay later…</source>
        <translation>あとで払う…</translation>
    </message>
</context>
<context>
    <name>DueActs</name>
    <message>
        <source>Take a payment…</source>
        <translation>入金を受け取る…</translation>
    </message>
    <message>
        <source>%1 taken, change %2. Receipt %3.</source>
        <translation>%1 を受け取りました。お釣り %2、領収書 %3。</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>返金…</translation>
    </message>
    <message>
        <source>Move to another guest…</source>
        <translation>振替…</translation>
    </message>
    <message>
        <source>Keep as a gift…</source>
        <translation>寄付にする…</translation>
    </message>
    <message>
        <source>Write off…</source>
        <translation>貸倒…</translation>
    </message>
    <message>
        <source>Who did not come…</source>
        <translation>欠席者…</translation>
    </message>
    <message>
        <source>%1 given back to %2.</source>
        <translation>%2 さんへ %1 を返金しました。</translation>
    </message>
    <message>
        <source>refund slip %1.pdf</source>
        <translation>返金書 %1.pdf</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF文書</translation>
    </message>
    <message>
        <source>%1 of %2 pay another guest&apos;s fee now.</source>
        <translation>%2 さんの %1 を振り替えました。</translation>
    </message>
    <message>
        <source>%1 of %2 are a gift now.</source>
        <translation>%2 さんの %1 を寄付にしました。</translation>
    </message>
    <message>
        <source>%1 of %2 are written off.</source>
        <translation>%2 さんの %1 を貸倒にしました。</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Inside</source>
        <translation>入場済だけ</translation>
    </message>
    <message>
        <source>Search…  Ctrl+F</source>
        <translation>検索…  Ctrl+F</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>すべての区分</translation>
    </message>
    <message>
        <source>%n guest(s)</source>
        <translation>%n人</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>該当する参加者がいません</translation>
    </message>
    <message>
        <source>Take a filter away, or search for something else.</source>
        <translation>絞り込みを外すか、別の言葉で検索してください。</translation>
    </message>
    <message>
        <source>No fees are charged yet</source>
        <translation>会費はまだ請求されていません</translation>
    </message>
    <message>
        <source>Set the fees in the settings and charge the guests there.</source>
        <translation>設定で会費を決めて、そこから請求してください。</translation>
    </message>
    <message>
        <source>Nobody paid too much</source>
        <translation>過入金はありません</translation>
    </message>
    <message>
        <source>Everybody has paid</source>
        <translation>全員お支払い済みです</translation>
    </message>
    <message>
        <source>No fee is open.</source>
        <translation>未払の会費はありません。</translation>
    </message>
    <message>
        <source>Unpaid guests</source>
        <translation>未払の参加者</translation>
    </message>
    <message>
        <source>Overpaid guests</source>
        <translation>過入金の参加者</translation>
    </message>
    <message>
        <source>Charged guests</source>
        <translation>請求した参加者</translation>
    </message>
</context>
<context>
    <name>DueRows</name>
    <message>
        <source>Contact</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>For</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>introduced by %1</source>
        <translation>紹介：%1</translation>
    </message>
    <message>
        <source>%n day(s)</source>
        <translation>%n日</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>入金</translation>
    </message>
    <message>
        <source>Overpaid</source>
        <translation>過入金</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>残</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Possible duplicates</source>
        <translation>重複かもしれない参加者</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>E-mail, phone</source>
        <translation>メール・電話</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>未払い</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>同じ人</translation>
    </message>
    <message>
        <source>Several people</source>
        <translation>別の人</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Show the guest</source>
        <translation>参加者を表示</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>%n group(s) of guests look alike. Whoever is one person stays on the list as often as before, each with their own fee and badge; the cards name each other.</source>
        <translation>よく似た参加者が%n組あります。同じ人としても名簿からは減らず、会費と名札はそれぞれのままです。カードに互いが表示されます。</translation>
    </message>
    <message>
        <source>Nobody on the list looks like somebody else.</source>
        <translation>重複していそうな参加者はいません。</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1/%2 組目: %3</translation>
    </message>
</context>
<context>
    <name>ElementPanel</name>
    <message>
        <source>The symbol is %1 mm wide; from %2 mm on telephones read it well.</source>
        <translation>QRの幅は%1 mmです。%2 mm以上ならスマートフォンで問題なく読めます。</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>左から</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>上から</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Click an element, or add one. Arrows move it, with Shift in large steps, with Ctrl they resize it; Alt drags without snapping.</source>
        <translation>要素をクリックするか、追加してください。矢印キーで動かし、Shiftで大きく動かし、Ctrlで大きさを変えます。Altを押しながらドラッグすると吸着しません。</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase %1?</source>
        <translation>%1さんの個人情報を消去しますか?</translation>
    </message>
    <message>
        <source>Erase %n guests?</source>
        <translation>%n人の個人情報を消去しますか?</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>消去する</translation>
    </message>
    <message>
        <source>Names, readings, companies, addresses, notes and everything else personal are overwritten. This cannot be undone.</source>
        <translation>氏名、ふりがな、所属、連絡先、メモなど、個人に関わる情報をすべて上書きして消します。元には戻せません。</translation>
    </message>
    <message>
        <source>What stays: numbers, fees, payments, receipts and arrivals of “guest #%1”, so the books still add up. Copies made before still hold the names, and so do a bank&apos;s own words: delete old copies yourself.</source>
        <translation>「参加者 #%1」としての番号、会費、入金、領収書、入場の記録は残り、帳簿の合計は変わりません。以前に保存したコピーと銀行の明細の文言には名前が残ります。古いコピーはご自分で削除してください。</translation>
    </message>
    <message>
        <source>Type the number %1 of the guest to go on</source>
        <translation>続けるには参加者の番号 %1 を入力</translation>
    </message>
    <message>
        <source>Type how many they are, %1, to go on</source>
        <translation>続けるには人数 %1 を入力</translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation>ほか%n人</translation>
    </message>
</context>
<context>
    <name>EventLog</name>
    <message>
        <source>Event log</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Write the scans out…</source>
        <translation>スキャンを書き出す…</translation>
    </message>
    <message>
        <source>Name, code, reason, time…</source>
        <translation>名前・コード・理由・時刻…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Writing the scans…</source>
        <translation>スキャンを書き出しています…</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>All desks</source>
        <translation>すべての受付</translation>
    </message>
    <message>
        <source>%n line(s)</source>
        <translation>%n件</translation>
    </message>
    <message>
        <source>older than the last %1: with `reception-app log`</source>
        <translation>最新%1件より前は `reception-app log` で見られます</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>スキャン</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 を書き出しました。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>What</source>
        <translation>できごと</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>By</source>
        <translation>受付係</translation>
    </message>
</context>
<context>
    <name>EventMenu</name>
    <message>
        <source>Screen for the guests</source>
        <translation>お客様用の画面</translation>
    </message>
    <message>
        <source>Rehearse on a copy</source>
        <translation>コピーで練習する</translation>
    </message>
    <message>
        <source>Event log…</source>
        <translation>記録…</translation>
    </message>
    <message>
        <source>Who works here…</source>
        <translation>受付と担当者…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>コピーを保存…</translation>
    </message>
    <message>
        <source>Next event from this one…</source>
        <translation>この回から次の回を作る…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>パソコンに合わせる</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>画面の明るさ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Close this event</source>
        <translation>イベントを閉じる</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>EventPages</name>
    <message>
        <source>The name tag is sent to the printer.</source>
        <translation>名札をプリンターに送りました。</translation>
    </message>
</context>
<context>
    <name>EventSection</name>
    <message>
        <source>Room for</source>
        <translation>定員</translation>
    </message>
    <message>
        <source>How many guests fit; empty for no limit.</source>
        <translation>入れる人数。空欄は制限なし。</translation>
    </message>
    <message>
        <source>Keep guests until</source>
        <translation>参加者の保存期限</translation>
    </message>
    <message>
        <source>After this day you are reminded to erase what is personal.</source>
        <translation>この日を過ぎると、個人情報の消去をお知らせします。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>会場</translation>
    </message>
    <message>
        <source>Language of documents</source>
        <translation>書類の言語</translation>
    </message>
    <message>
        <source>Name tags, receipts and the workbook speak it.</source>
        <translation>名札・領収書・元帳に使います。</translation>
    </message>
    <message>
        <source>Door opens</source>
        <translation>受付開始</translation>
    </message>
    <message>
        <source>Door closes</source>
        <translation>受付終了</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The event</source>
        <translation>イベント</translation>
    </message>
</context>
<context>
    <name>EventStatus</name>
    <message>
        <source>Check this computer&apos;s clock: the last entry is of %1</source>
        <translation>パソコンの時計を確かめてください(最後の記録は %1)</translation>
    </message>
    <message>
        <source>No desk chosen yet</source>
        <translation>受付は未設定</translation>
    </message>
    <message>
        <source>Desk %1 · %2</source>
        <translation>受付 %1・%2</translation>
    </message>
    <message>
        <source>The last copy failed</source>
        <translation>コピーを保存できません</translation>
    </message>
    <message>
        <source>No copy yet</source>
        <translation>コピーはまだありません</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>コピー %1</translation>
    </message>
    <message>
        <source>The event file is gone</source>
        <translation>イベントファイルがありません</translation>
    </message>
    <message>
        <source>Disk nearly full: %1 MB left</source>
        <translation>ディスクの残り %1 MB</translation>
    </message>
    <message>
        <source>Working alone</source>
        <translation>単独で稼働中</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1分前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1時間前</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1日前</translation>
    </message>
</context>
<context>
    <name>ExpensesTab</name>
    <message>
        <source>%1 are under way to the bank. Does the passbook show all of it? Where you take statements in, leave this to their rows.</source>
        <translation>入金途上のお金が %1 あります。通帳ですべて確認できましたか。明細を取り込む場合は、入金消込に任せてください。</translation>
    </message>
    <message>
        <source>At the bank</source>
        <translation>銀行で確認</translation>
    </message>
    <message>
        <source>All of it is there</source>
        <translation>すべて着いています</translation>
    </message>
    <message>
        <source>Booked as arrived at the bank.</source>
        <translation>銀行に着いたものとして記帳しました。</translation>
    </message>
    <message>
        <source>Booked as no. %1.</source>
        <translation>証憑No %1 で記帳しました。</translation>
    </message>
    <message>
        <source>Attached to no. %1.</source>
        <translation>証憑No %1 に付けました。</translation>
    </message>
    <message>
        <source>No receipt for no. %1</source>
        <translation>証憑No %1 に領収書がない理由</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>Take back no. %1</source>
        <translation>証憑No %1 の取消</translation>
    </message>
    <message>
        <source>%1 are booked back. The number stays, marked as taken back.</source>
        <translation>%1 を反対仕訳で戻します。番号は「取消済み」として残ります。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>取り消しました。</translation>
    </message>
</context>
<context>
    <name>FeeDialog</name>
    <message>
        <source>Fee of %1</source>
        <translation>%1さんの会費</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>割引</translation>
    </message>
    <message>
        <source>Complimentary</source>
        <translation>ご招待</translation>
    </message>
    <message>
        <source>Whole fee again</source>
        <translation>全額に戻す</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>割り引く額</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Then due: %1</source>
        <translation>変更後の未払い: %1</translation>
    </message>
    <message>
        <source>Then to be refunded: %1</source>
        <translation>変更後に返金: %1</translation>
    </message>
    <message>
        <source>Charged %1</source>
        <translation>請求 %1</translation>
    </message>
    <message>
        <source>waived %1</source>
        <translation>減免 %1</translation>
    </message>
    <message>
        <source>paid %1</source>
        <translation>入金 %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>未払い %1</translation>
    </message>
    <message>
        <source>Introduced a new guest</source>
        <translation>新しい参加者を紹介</translation>
    </message>
    <message>
        <source>Helps at the event</source>
        <translation>運営の手伝い</translation>
    </message>
    <message>
        <source>Comes late</source>
        <translation>遅れて参加</translation>
    </message>
    <message>
        <source>Speaker or sponsor</source>
        <translation>登壇・協賛</translation>
    </message>
</context>
<context>
    <name>FeeRow</name>
    <message>
        <source>Cancelling costs</source>
        <translation>キャンセル料</translation>
    </message>
    <message>
        <source>free until</source>
        <translation>この日まで無料</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Name of the category</source>
        <translation>区分の名前</translation>
    </message>
    <message>
        <source>Guests or fees of this category exist.</source>
        <translation>この区分の参加者か会費があるので削除できません。</translation>
    </message>
    <message>
        <source>Drag, or Alt+↑ and Alt+↓</source>
        <translation>ドラッグ、または Alt+↑ Alt+↓</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
</context>
<context>
    <name>FeeSection</name>
    <message>
        <source>Add a category</source>
        <translation>区分を追加</translation>
    </message>
    <message>
        <source>Save the fees</source>
        <translation>会費を保存</translation>
    </message>
    <message>
        <source>Cancelling costs something</source>
        <translation>キャンセル料を決める</translation>
    </message>
    <message>
        <source>%n accepted guest(s) are not charged yet</source>
        <translation>参加が決まった%n人に、まだ請求していません</translation>
    </message>
    <message>
        <source>Charge %1</source>
        <translation>%1 を請求する</translation>
    </message>
    <message>
        <source>Fees by category</source>
        <translation>区分ごとの会費</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>会費</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>早割</translation>
    </message>
    <message>
        <source>until</source>
        <translation>早割の期限</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>Companion</source>
        <translation>同伴者</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Edit in the list</source>
        <translation>表で編集</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2人中 %1人</translation>
    </message>
</context>
<context>
    <name>FixedValues</name>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Same for everybody</source>
        <translation>全員に同じ値</translation>
    </message>
    <message>
        <source>Not for all</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>GuestActs</name>
    <message>
        <source>%1 changed: %2.</source>
        <translation>%1さんを変更しました: %2</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>Write the guests out</source>
        <translation>参加者を書き出す</translation>
    </message>
    <message>
        <source>%n guest(s) written to %1</source>
        <translation>%n人を %1 に書き出しました</translation>
    </message>
    <message>
        <source>Writing the guests out…</source>
        <translation>参加者を書き出しています…</translation>
    </message>
</context>
<context>
    <name>GuestCard</name>
    <message>
        <source>Code for transfers %1</source>
        <translation>振込の番号 %1</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>その他…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>On the name tag: %1</source>
        <translation>名札の名前: %1</translation>
    </message>
    <message>
        <source>May be the same person as</source>
        <translation>同じ人かもしれない参加者</translation>
    </message>
    <message>
        <source>The same person as</source>
        <translation>同じ人</translation>
    </message>
    <message>
        <source>Comes for</source>
        <translation>代理で来る元の方</translation>
    </message>
    <message>
        <source>Instead comes</source>
        <translation>代理で来る方</translation>
    </message>
    <message>
        <source>Comes with</source>
        <translation>同伴元</translation>
    </message>
    <message>
        <source>Party of %n</source>
        <translation>%n人組</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>紹介者</translation>
    </message>
    <message>
        <source>Brought %n guest(s)</source>
        <translation>紹介した参加者 %n人</translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation>ほか%n人</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>受付する</translation>
    </message>
    <message>
        <source>Name tag</source>
        <translation>名札</translation>
    </message>
    <message>
        <source>Status…</source>
        <translation>出欠…</translation>
    </message>
    <message>
        <source>Note for the desk</source>
        <translation>受付への伝言</translation>
    </message>
    <message>
        <source>At earlier events</source>
        <translation>これまでの回</translation>
    </message>
    <message>
        <source>%n guests are selected</source>
        <translation>%n人を選択中</translation>
    </message>
    <message>
        <source>Select a guest to see more.</source>
        <translation>参加者を選ぶと詳細が表示されます。</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>%1番</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>テーブル %1</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>これまで</translation>
    </message>
    <message>
        <source>Talks about %1</source>
        <translation>話せる：%1</translation>
    </message>
    <message>
        <source>Wants to meet %1</source>
        <translation>会いたい：%1</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>チケット：%1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>つながり・連絡先</translation>
    </message>
</context>
<context>
    <name>GuestDeeds</name>
    <message>
        <source>%1 comes for %2.</source>
        <translation>%2さんの代理に%1さんを登録しました。</translation>
    </message>
    <message>
        <source>%1: %2 taken off the fee.</source>
        <translation>%1さんの会費から%2を割り引きました。</translation>
    </message>
    <message>
        <source>%1: complimentary, %2 waived.</source>
        <translation>%1さんをご招待にしました(%2を免除)。</translation>
    </message>
    <message>
        <source>%1: the whole fee is due again.</source>
        <translation>%1さんの会費を全額に戻しました。</translation>
    </message>
    <message>
        <source>Badge codes of %1 changed.</source>
        <translation>%1さんの名札コードを変更しました。</translation>
    </message>
    <message>
        <source>Who is the same person as %1?</source>
        <translation>%1さんと同じ人はどなたですか?</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>同じ人にする</translation>
    </message>
    <message>
        <source>Both stay on the list with their own fee and badge; the card shows the other.</source>
        <translation>どちらも名簿に残り、会費と名札はそれぞれのままです。カードに相手が表示されます。</translation>
    </message>
    <message>
        <source>%1 and no. %2 are one person.</source>
        <translation>%1さんと%2番を同じ人にしました。</translation>
    </message>
    <message>
        <source>%n guests are one person.</source>
        <translation>%n人を同じ人にしました。</translation>
    </message>
    <message>
        <source>%1 is somebody of their own again.</source>
        <translation>%1さんを別の人に戻しました。</translation>
    </message>
    <message>
        <source>Everything held about %1</source>
        <translation>%1さんについて持っている情報</translation>
    </message>
    <message>
        <source>Everything about %1 is in %2.</source>
        <translation>%1さんの情報を %2 に書き出しました。</translation>
    </message>
    <message>
        <source>%n guest(s) erased.</source>
        <translation>%n人の個人情報を消去しました。</translation>
    </message>
    <message>
        <source>Room for %n who wait(s): F8</source>
        <translation>空きが%n席あります。F8 で繰り上げ</translation>
    </message>
</context>
<context>
    <name>GuestDialog</name>
    <message>
        <source>Who comes for %1?</source>
        <translation>%1さんの代理はどなたですか?</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>代理にする</translation>
    </message>
    <message>
        <source>The place moves over with its fee and what was paid. The substitute gets a badge of their own; the badge of %1 opens the door no more.</source>
        <translation>参加枠が会費・入金とともに移ります。代理の方には新しい名札コードが発行され、%1さんの名札では入場できなくなります。</translation>
    </message>
    <message>
        <source>Change a guest</source>
        <translation>参加者を変更</translation>
    </message>
    <message>
        <source>Add a guest</source>
        <translation>参加者を追加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>区分なし</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>出欠</translation>
    </message>
    <message>
        <source>The same name is on the list already: %1</source>
        <translation>同じ名前の方が名簿にいます：%1</translation>
    </message>
</context>
<context>
    <name>GuestEdits</name>
    <message>
        <source>%n guest(s) changed.</source>
        <translation>%n人を変更しました。</translation>
    </message>
    <message>
        <source>%1 owes %2 more now.</source>
        <translation>%1 さんの会費が %2 増えました。</translation>
    </message>
    <message>
        <source>%1 owes %2 less now.</source>
        <translation>%1 さんの会費が %2 減りました。</translation>
    </message>
</context>
<context>
    <name>GuestFilter</name>
    <message>
        <source>In the room</source>
        <translation>会場内・会場外</translation>
    </message>
    <message>
        <source>Inside now</source>
        <translation>会場内</translation>
    </message>
    <message>
        <source>Not inside</source>
        <translation>会場外</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>出欠</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>会費</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>紹介者</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>入場</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>当日参加</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>入場済</translation>
    </message>
    <message>
        <source>Not arrived</source>
        <translation>未着</translation>
    </message>
    <message>
        <source>On the list before</source>
        <translation>事前登録</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(なし)</translation>
    </message>
</context>
<context>
    <name>GuestFinder</name>
    <message>
        <source>Name, reading, number, company…</source>
        <translation>氏名・よみ・番号・所属…</translation>
    </message>
    <message>
        <source>Nobody is called that.</source>
        <translation>該当する参加者はいません。</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>%1 due</source>
        <translation>未払 %1</translation>
    </message>
    <message>
        <source>nothing due</source>
        <translation>未払なし</translation>
    </message>
</context>
<context>
    <name>GuestMenu</name>
    <message>
        <source>They are one person</source>
        <translation>同じ人にする</translation>
    </message>
    <message>
        <source>Passes for them…</source>
        <translation>この人たちの入場パス…</translation>
    </message>
    <message>
        <source>Somebody comes instead…</source>
        <translation>代理を登録…</translation>
    </message>
    <message>
        <source>Fee and discount…</source>
        <translation>会費・割引…</translation>
    </message>
    <message>
        <source>Badge codes…</source>
        <translation>名札コード…</translation>
    </message>
    <message>
        <source>The same person as…</source>
        <translation>同じ人を指定…</translation>
    </message>
    <message>
        <source>Somebody of their own after all</source>
        <translation>同じ人の指定を解除</translation>
    </message>
    <message>
        <source>Write out everything held about them…</source>
        <translation>持っている情報を書き出す…</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>個人情報を消去…</translation>
    </message>
</context>
<context>
    <name>GuestPicker</name>
    <message>
        <source>Name, company, no.</source>
        <translation>名前、会社名、番号</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>所属</translation>
    </message>
</context>
<context>
    <name>GuestScreen</name>
    <message>
        <source>Screen for the guests</source>
        <translation>お客様用の画面</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>テーブル %1</translation>
    </message>
    <message>
        <source>Your fee, please</source>
        <translation>会費をお願いいたします</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>少々お待ちください</translation>
    </message>
    <message>
        <source>The desk is glad to help you.</source>
        <translation>受付の者がご案内いたします。</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>会費</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>お預かり</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>お釣り</translation>
    </message>
</context>
<context>
    <name>GuestStory</name>
    <message>
        <source>Accepted</source>
        <translation>参加で登録</translation>
    </message>
    <message>
        <source>Name tag printed</source>
        <translation>名札を印刷</translation>
    </message>
    <message>
        <source>Arrived at desk %1</source>
        <translation>受付%1で入場</translation>
    </message>
    <message>
        <source>Arrival undone: %1</source>
        <translation>入場を取り消し：%1</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>退場</translation>
    </message>
    <message>
        <source>Fee of %1 charged</source>
        <translation>会費 %1 を請求</translation>
    </message>
    <message>
        <source>%1 waived</source>
        <translation>%1 をご招待</translation>
    </message>
    <message>
        <source>%1 paid, %2</source>
        <translation>%1 を入金（%2）</translation>
    </message>
    <message>
        <source>%1 refunded</source>
        <translation>%1 を返金</translation>
    </message>
    <message>
        <source>Fee of %1 taken back</source>
        <translation>会費 %1 の請求を取消</translation>
    </message>
    <message>
        <source>Payment of %1 corrected</source>
        <translation>入金 %1 を訂正</translation>
    </message>
    <message>
        <source>Put on the list by hand</source>
        <translation>名簿に手で追加</translation>
    </message>
    <message>
        <source>On the list of the event before</source>
        <translation>前回の名簿から</translation>
    </message>
    <message>
        <source>Walked in</source>
        <translation>当日参加</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>名簿に登録</translation>
    </message>
    <message>
        <source>On the list: %1, row %2</source>
        <translation>名簿から登録（%1 %2行目）</translation>
    </message>
</context>
<context>
    <name>GuestTable</name>
    <message>
        <source>Charged</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>減免</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>入金</translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation>入場時刻</translation>
    </message>
    <message>
        <source>Comes with</source>
        <translation>同伴元</translation>
    </message>
    <message>
        <source>Paid by list</source>
        <translation>名簿で支払済</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>入場済</translation>
    </message>
    <message>
        <source>Not arrived</source>
        <translation>未着</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>卓</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>残</translation>
    </message>
</context>
<context>
    <name>GuestsPage</name>
    <message>
        <source>Everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Tools…</source>
        <translation>ツール…</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>元に戻しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>名簿を取り込む…</translation>
    </message>
    <message>
        <source>Add a guest</source>
        <translation>参加者を追加</translation>
    </message>
    <message>
        <source>Write out…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>Name, company, no.</source>
        <translation>氏名・よみ・所属・番号</translation>
    </message>
    <message>
        <source>%n guest(s)</source>
        <translation>%n人</translation>
    </message>
    <message>
        <source>%n companion(s)</source>
        <translation>同伴 %n人</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>名簿はまだ空です</translation>
    </message>
    <message>
        <source>Take in the list you have: answers of an online form, a ticket site&apos;s export, or a spreadsheet made by hand.</source>
        <translation>お手元の名簿を取り込めます。フォームの回答、チケットサイトの書き出し、手作りの表のどれでもかまいません。</translation>
    </message>
    <message>
        <source>Nobody fits.</source>
        <translation>当てはまる方はいません。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Not arrived</source>
        <translation>未着</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>入場済</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未払</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>キャンセル待ち</translation>
    </message>
</context>
<context>
    <name>ImportChanges</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>名簿</translation>
    </message>
    <message>
        <source>Is this no. %1?</source>
        <translation>%1番と同じ人</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>新しい参加者</translation>
    </message>
    <message>
        <source>No longer comes along</source>
        <translation>同伴しなくなった：取消</translation>
    </message>
    <message>
        <source>Gone from the list: cancel</source>
        <translation>名簿から消えた：取消</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a list</source>
        <translation>名簿を取り込む</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>名簿を読んでいます…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Paste cells</source>
        <translation>セルを貼り付け</translation>
    </message>
    <message>
        <source>Drop the guest list here</source>
        <translation>名簿をここにドロップ</translation>
    </message>
    <message>
        <source>Excel, OpenDocument or CSV: answers of an online form, a ticket site&apos;s export, or a list made by hand. You see what would happen before anything changes.</source>
        <translation>Excel、OpenDocument、CSV を読めます。フォームの回答、チケットサイトの書き出し、手作りの名簿のどれでもかまいません。取り込む前に結果を確かめられます。</translation>
    </message>
    <message>
        <source>Choose the guest list</source>
        <translation>名簿を選ぶ</translation>
    </message>
    <message>
        <source>Guest lists</source>
        <translation>名簿</translation>
    </message>
    <message>
        <source>Import %n guest(s)</source>
        <translation>%n人を取り込む</translation>
    </message>
    <message>
        <source>Make %n change(s)</source>
        <translation>%n件を反映</translation>
    </message>
    <message>
        <source>%n new category(ies) are free until fees are set (Settings → Fees).</source>
        <translation>新しい%n区分は、会費を設定するまで無料です（設定 → 会費）。</translation>
    </message>
    <message>
        <source>Save the rows that are not taken</source>
        <translation>取り込めない行を保存</translation>
    </message>
</context>
<context>
    <name>ImportRows</name>
    <message>
        <source>Save rows not taken…</source>
        <translation>取り込めない行を保存…</translation>
    </message>
    <message>
        <source>Guests %1</source>
        <translation>参加者 %1</translation>
    </message>
    <message>
        <source>Changes %1</source>
        <translation>変更 %1</translation>
    </message>
    <message>
        <source>To look at %1</source>
        <translation>確認 %1</translation>
    </message>
</context>
<context>
    <name>ImportTables</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>同伴</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>取り込めません</translation>
    </message>
    <message>
        <source>taken, please check</source>
        <translation>取り込み・要確認</translation>
    </message>
    <message>
        <source>no guest</source>
        <translation>参加者ではない</translation>
    </message>
    <message>
        <source>On the list already</source>
        <translation>登録済み</translation>
    </message>
</context>
<context>
    <name>IncomeCard</name>
    <message>
        <source>What the fees bring</source>
        <translation>会費収入の見込み</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>参加</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>請求済み</translation>
    </message>
    <message>
        <source>To charge</source>
        <translation>これから請求</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>見込み</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>If all come</source>
        <translation>全員参加なら</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>区分なし</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合計</translation>
    </message>
</context>
<context>
    <name>IntroducersDialog</name>
    <message>
        <source>%n introducer(s) brought %1 guests.</source>
        <translation>%n人の紹介者が%1人を紹介しました。</translation>
    </message>
    <message>
        <source>Who brought whom</source>
        <translation>紹介の一覧</translation>
    </message>
    <message>
        <source>Show the guest</source>
        <translation>参加者を表示</translation>
    </message>
    <message>
        <source>Introducer</source>
        <translation>紹介者</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>紹介</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>入場</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>入金</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>未払い</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>通算</translation>
    </message>
    <message>
        <source>No guest names an introducer.</source>
        <translation>紹介者を書いた参加者はいません。</translation>
    </message>
</context>
<context>
    <name>JournalTab</name>
    <message>
        <source>No.</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>科目</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>借方</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>貸方</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>訂正のみ</translation>
    </message>
    <message>
        <source>Guest, account, act, reason…</source>
        <translation>相手・科目・内容・理由…</translation>
    </message>
    <message>
        <source>%1 entries, %2 postings</source>
        <translation>仕訳 %1件・%2行</translation>
    </message>
</context>
<context>
    <name>KeyboardMap</name>
    <message>
        <source>companions one by one</source>
        <translation>同伴者を1人ずつ</translation>
    </message>
    <message>
        <source>screen for the guests</source>
        <translation>お客様用の画面</translation>
    </message>
    <message>
        <source>undo the last act, with a reason</source>
        <translation>直前の操作を取り消す（理由を選ぶ）</translation>
    </message>
    <message>
        <source>let out, or in again</source>
        <translation>退場受付・入場受付の切り替え</translation>
    </message>
    <message>
        <source>the name tag is handed out</source>
        <translation>名札をお渡しした</translation>
    </message>
    <message>
        <source>print the name tag, mend its name</source>
        <translation>名札の印刷・お名前の修正</translation>
    </message>
    <message>
        <source>paper list, scanner check</source>
        <translation>紙の名簿・読み取り機の確認</translation>
    </message>
    <message>
        <source>pay later, another day</source>
        <translation>後払い（別の期日）</translation>
    </message>
    <message>
        <source>3,000 by PayPay, the rest in cash</source>
        <translation>3,000円は PayPay、残りは現金</translation>
    </message>
    <message>
        <source>only 5,000, the rest later</source>
        <translation>5,000円だけ、残りは後払い</translation>
    </message>
    <message>
        <source>for others too: scan or pick them</source>
        <translation>ほかの方の分も（スキャンまたは選択）</translation>
    </message>
    <message>
        <source>a receipt for each of them</source>
        <translation>領収書を1人ずつ</translation>
    </message>
    <message>
        <source>read badges with the camera</source>
        <translation>カメラで名札を読む</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>いつでも</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>スキャン</translation>
    </message>
    <message>
        <source>the next guest, whatever is open</source>
        <translation>何を開いていても次の方へ</translation>
    </message>
    <message>
        <source>search by name, company or number</source>
        <translation>名前・会社・番号で探す</translation>
    </message>
    <message>
        <source>pick from a list</source>
        <translation>一覧から選ぶ</translation>
    </message>
    <message>
        <source>back to the empty line</source>
        <translation>最初に戻る</translation>
    </message>
    <message>
        <source>type kana and kanji</source>
        <translation>かな・漢字で入力</translation>
    </message>
    <message>
        <source>Fee due</source>
        <translation>会費をお預かりするとき</translation>
    </message>
    <message>
        <source>exact cash</source>
        <translation>現金ちょうど</translation>
    </message>
    <message>
        <source>cash, here a 10,000 note</source>
        <translation>現金（例：1万円札）</translation>
    </message>
    <message>
        <source>PayPay</source>
        <translation>PayPay</translation>
    </message>
    <message>
        <source>card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>already transferred</source>
        <translation>振込済み</translation>
    </message>
    <message>
        <source>pay later, with a reason</source>
        <translation>あとで払う（理由を選ぶ）</translation>
    </message>
    <message>
        <source>companions too</source>
        <translation>同伴者の分も</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>入場できないとき</translation>
    </message>
    <message>
        <source>admit anyway, reinstate or accept</source>
        <translation>それでも入場・参加に戻す・繰り上げ</translation>
    </message>
    <message>
        <source>More</source>
        <translation>そのほか</translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation>この一覧</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>当日参加</translation>
    </message>
    <message>
        <source>who is inside unpaid</source>
        <translation>入場済・未払の一覧</translation>
    </message>
    <message>
        <source>Keys of the door</source>
        <translation>受付のキー一覧</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>LabelPicker</name>
    <message>
        <source>First label: %1 of %2</source>
        <translation>最初のラベル：%2枚中%1番</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Add…</source>
        <translation>追加…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>One layer up</source>
        <translation>1つ前面へ</translation>
    </message>
    <message>
        <source>One layer down</source>
        <translation>1つ背面へ</translation>
    </message>
    <message>
        <source>Picture from a file…</source>
        <translation>画像ファイル…</translation>
    </message>
    <message>
        <source>Reading and name</source>
        <translation>よみと名前</translation>
    </message>
    <message>
        <source>Company and title</source>
        <translation>会社と役職</translation>
    </message>
    <message>
        <source>A guest&apos;s field</source>
        <translation>参加者の項目</translation>
    </message>
    <message>
        <source>Fixed text</source>
        <translation>決まった文字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Ask me about …</source>
        <translation>話しかけてください</translation>
    </message>
    <message>
        <source>Would like to meet …</source>
        <translation>お会いしたい方</translation>
    </message>
    <message>
        <source>Category band</source>
        <translation>区分の帯</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QRコード</translation>
    </message>
    <message>
        <source>Event logo</source>
        <translation>イベントのロゴ</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>線</translation>
    </message>
</context>
<context>
    <name>LinePanel</name>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>太さ</translation>
    </message>
</context>
<context>
    <name>ListSource</name>
    <message>
        <source>Another file…</source>
        <translation>別のファイル…</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>名簿を取り込む</translation>
    </message>
    <message>
        <source>Pasted cells</source>
        <translation>貼り付けたセル</translation>
    </message>
</context>
<context>
    <name>ListTools</name>
    <message>
        <source>Looking who brought whom…</source>
        <translation>紹介の関係を調べています…</translation>
    </message>
    <message>
        <source>Looking for duplicates…</source>
        <translation>重複を調べています…</translation>
    </message>
    <message>
        <source>Waiting list…</source>
        <translation>キャンセル待ち…</translation>
    </message>
    <message>
        <source>Who brought whom…</source>
        <translation>紹介の一覧…</translation>
    </message>
    <message>
        <source>Possible duplicates…</source>
        <translation>重複の確認…</translation>
    </message>
    <message>
        <source>Passes…</source>
        <translation>入場パス…</translation>
    </message>
</context>
<context>
    <name>LiveSheet</name>
    <message>
        <source>and %1 more</source>
        <translation>ほか%1件</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Erase them…</source>
        <translation>消去する…</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概況</translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <translation>コピーを保存しています…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>コピーを保存</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>A checked copy is at %1</source>
        <translation>確認済みのコピーを保存しました：%1</translation>
    </message>
    <message>
        <source>%n guest(s) taken in</source>
        <translation>%n人を取り込みました</translation>
    </message>
    <message>
        <source>%1 charged</source>
        <translation>請求 %1</translation>
    </message>
    <message>
        <source>%n changed</source>
        <translation>変更 %n人</translation>
    </message>
    <message>
        <source>%n cancelled</source>
        <translation>取消 %n人</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>Name tags</source>
        <translation>名札</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>会計</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
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
    <name>MoneyExports</name>
    <message>
        <source>Plain text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 を書き出しています…</translation>
    </message>
    <message>
        <source>Export the ledger workbook</source>
        <translation>元帳を書き出す</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel ブック</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>元帳</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>仕訳帳を書き出す</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV ファイル</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>仕訳帳</translation>
    </message>
    <message>
        <source>Export all receipts</source>
        <translation>領収書を書き出す</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF ファイル</translation>
    </message>
    <message>
        <source>receipts</source>
        <translation>領収書</translation>
    </message>
    <message>
        <source>Export the unpaid guests</source>
        <translation>未払の参加者を書き出す</translation>
    </message>
    <message>
        <source>unpaid</source>
        <translation>未払</translation>
    </message>
</context>
<context>
    <name>MoneyPage</name>
    <message>
        <source>Journal for beancount…</source>
        <translation>仕訳帳(beancount)…</translation>
    </message>
    <message>
        <source>Journal for hledger…</source>
        <translation>仕訳帳(hledger)…</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>予算</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>報告書</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>仕訳</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>経費</translation>
    </message>
    <message>
        <source>Due and paid</source>
        <translation>会費と入金</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>入金</translation>
    </message>
    <message>
        <source>Cash boxes</source>
        <translation>レジ</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>入金消込</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>会計チェック</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受取済</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未払</translation>
    </message>
    <message>
        <source>Overpaid</source>
        <translation>過入金</translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation>書き出す ▾</translation>
    </message>
    <message>
        <source>Ledger workbook as Excel…</source>
        <translation>元帳（Excel）…</translation>
    </message>
    <message>
        <source>Unpaid guests as Excel…</source>
        <translation>未払の参加者を Excel で…</translation>
    </message>
    <message>
        <source>All receipts as PDF…</source>
        <translation>領収書をすべて PDF で…</translation>
    </message>
    <message>
        <source>Journal as CSV…</source>
        <translation>仕訳帳を CSV で…</translation>
    </message>
    <message>
        <source>%1 waived</source>
        <translation>減免 %1</translation>
    </message>
    <message>
        <source>%n inside</source>
        <translation>うち入場済 %n人</translation>
    </message>
    <message>
        <source>%1 refunded</source>
        <translation>返金 %1</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 を書き出しました。</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>%n guest(s)</source>
        <translation>%n人</translation>
    </message>
</context>
<context>
    <name>MoneyTab</name>
    <message>
        <source>Save as</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 を書き出しています…</translation>
    </message>
</context>
<context>
    <name>NameCorrection</name>
    <message>
        <source>What stands on the tag of %1</source>
        <translation>%1 さんの名札の表記</translation>
    </message>
    <message>
        <source>Correct and print</source>
        <translation>直して印刷</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Name on the tag, if another</source>
        <translation>名札の表記（お名前と違うとき）</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社・所属</translation>
    </message>
</context>
<context>
    <name>NameTagsPage</name>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>その他…</translation>
    </message>
    <message>
        <source>%n tag(s) saved in %1</source>
        <translation>名札%n枚を%1に保存しました</translation>
    </message>
    <message>
        <source>%n tag(s) sent to the printer</source>
        <translation>名札%n枚をプリンターに送りました</translation>
    </message>
    <message>
        <source>Printing the name tags…</source>
        <translation>名札を印刷しています…</translation>
    </message>
    <message>
        <source>%n tag(s)</source>
        <translation>名札%n枚</translation>
    </message>
    <message>
        <source>%n sheet(s)</source>
        <translation>用紙%n枚</translation>
    </message>
    <message>
        <source>Spare</source>
        <translation>予備</translation>
    </message>
    <message>
        <source>Blank tags with a ready code that are nobody&apos;s yet.</source>
        <translation>コード付きの白紙の名札で、まだだれのものでもないもの。</translation>
    </message>
    <message>
        <source>Save the PDF…</source>
        <translation>PDFを保存…</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>PDFを開く</translation>
    </message>
    <message>
        <source>Name tags</source>
        <translation>名札</translation>
    </message>
    <message>
        <source>Writing the name tags…</source>
        <translation>名札を書き出しています…</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>だれの名札</translation>
    </message>
    <message>
        <source>There is no tag to print.</source>
        <translation>印刷する名札はありません。</translation>
    </message>
    <message>
        <source>%n tag(s) to look at</source>
        <translation>確認したい名札 %n枚</translation>
    </message>
    <message>
        <source>Every name fits and every sign is there.</source>
        <translation>すべての名前が収まり、文字も欠けていません。</translation>
    </message>
    <message>
        <source>Save the name tags</source>
        <translation>名札を保存</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>New</source>
        <translation>未印刷</translation>
    </message>
    <message>
        <source>New or changed</source>
        <translation>未印刷と変更後</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>選んだ方</translation>
    </message>
    <message>
        <source>Everybody who is coming, in the order of the boxes on the desk.</source>
        <translation>参加する全員を、受付の箱の順（よみ順）に印刷します。</translation>
    </message>
    <message>
        <source>Guests whose tag was never printed.</source>
        <translation>名札をまだ印刷していない方です。</translation>
    </message>
    <message>
        <source>Guests without a tag, and those of whom something changed since theirs was printed.</source>
        <translation>名札がまだない方と、印刷のあとで内容が変わった方です。</translation>
    </message>
    <message>
        <source>The guests picked in the list.</source>
        <translation>参加者の一覧で選んだ方です。</translation>
    </message>
</context>
<context>
    <name>NewEventDialog</name>
    <message>
        <source>Choose…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Make the event</source>
        <translation>イベントを作る</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新しいイベント</translation>
    </message>
    <message>
        <source>The event after %1</source>
        <translation>「%1」の次の回</translation>
    </message>
    <message>
        <source>Everybody is invited again with a new badge code: names, introducers, notes, fees and settings are taken along, and how often each guest came. Fees, payments, tables and tickets of this event stay where they are.</source>
        <translation>全員を新しい名札コードで招待として引き継ぎます。氏名、紹介者、メモ、会費表、設定、これまでの参加回数が移ります。この回の請求・入金・卓・チケットは移りません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>開催日</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>会場</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Language of its papers</source>
        <translation>名札・領収書などの言語</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Where the event is saved</source>
        <translation>イベントの保存先</translation>
    </message>
</context>
<context>
    <name>NextEvent</name>
    <message>
        <source>Making the next event…</source>
        <translation>次の回を作っています…</translation>
    </message>
</context>
<context>
    <name>NoShowDialog</name>
    <message>
        <source>Guests who did not come</source>
        <translation>欠席した参加者</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>確定する</translation>
    </message>
    <message>
        <source>What is kept of the fees of those who were charged and did not come. It can be taken back as a whole.</source>
        <translation>会費が確定していて来場しなかった人の会費を、どこまでいただくか決めます。あとでまとめて取り消せます。</translation>
    </message>
    <message>
        <source>The whole fee</source>
        <translation>全額</translation>
    </message>
    <message>
        <source>A part</source>
        <translation>一部</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Take the last time back</source>
        <translation>前回の分を取り消す</translation>
    </message>
    <message>
        <source>%n guest(s) did not come; the fees are as you said.</source>
        <translation>欠席 %n人の会費を確定しました。</translation>
    </message>
    <message>
        <source>Too early</source>
        <translation>まだ早かった</translation>
    </message>
    <message>
        <source>Another amount was agreed</source>
        <translation>別の金額で合意した</translation>
    </message>
    <message>
        <source>Why it is taken back</source>
        <translation>取り消す理由</translation>
    </message>
    <message>
        <source>%n guest(s)</source>
        <translation>%n人</translation>
    </message>
    <message>
        <source>%1 · %2 kept</source>
        <translation>%1・いただく額 %2</translation>
    </message>
    <message>
        <source>The ordinary fees of %n guest(s) hold again.</source>
        <translation>%n人の会費を元に戻しました。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>会費</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>いただく額</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>入金</translation>
    </message>
    <message>
        <source>Due then</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>返金</translation>
    </message>
</context>
<context>
    <name>OpenItemsCard</name>
    <message>
        <source>Nobody is owed anything, and no advance is out.</source>
        <translation>未精算の立替・未払・仮払はありません。</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>未精算</translation>
    </message>
    <message>
        <source>paid for us</source>
        <translation>立替</translation>
    </message>
    <message>
        <source>Repay…</source>
        <translation>精算…</translation>
    </message>
    <message>
        <source>not paid yet</source>
        <translation>未払</translation>
    </message>
    <message>
        <source>Pay…</source>
        <translation>支払…</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>仮払</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>戻し…</translation>
    </message>
    <message>
        <source>prepaid</source>
        <translation>前払</translation>
    </message>
    <message>
        <source>Use…</source>
        <translation>使う…</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>%1 by %2</source>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1 · receipt %2</source>
        <translation>%1・領収書 %2</translation>
    </message>
    <message>
        <source>Paid together with %1</source>
        <translation>まとめ払い：%1 さんの分も</translation>
    </message>
    <message>
        <source>The house is full: %1 of %2 are inside.</source>
        <translation>満員です：定員 %2 人のところ %1 人が会場内。</translation>
    </message>
    <message>
        <source>Said: %1</source>
        <translation>お申し出：%1</translation>
    </message>
    <message>
        <source>Said: %1, until %2</source>
        <translation>お申し出：%1（%2まで）</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>%1 さんの代理</translation>
    </message>
    <message>
        <source>%1 · desk %2</source>
        <translation>%1・受付 %2</translation>
    </message>
    <message>
        <source>name tag handed out at %1</source>
        <translation>名札は %1 にお渡し済み</translation>
    </message>
    <message>
        <source>no name tag printed, no. %1 – F9</source>
        <translation>名札は未印刷・番号 %1（F9）</translation>
    </message>
    <message>
        <source>name tag in box %1, no. %2 – F7 handed out</source>
        <translation>名札は「%1」の箱・番号 %2（F7 お渡し済み）</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>お帰りなさい</translation>
    </message>
    <message>
        <source>Blank name tag %1, nobody&apos;s yet</source>
        <translation>予備の名札 %1（未使用）</translation>
    </message>
    <message>
        <source>It becomes the badge of whoever you give it to.</source>
        <translation>お渡しした方の名札になります。</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>未払</translation>
    </message>
    <message>
        <source>Introduced by %1</source>
        <translation>紹介：%1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>お釣り</translation>
    </message>
    <message>
        <source>Inside since</source>
        <translation>入場時刻</translation>
    </message>
    <message>
        <source>Free places</source>
        <translation>空き</translation>
    </message>
    <message>
        <source>%1 of %2 is paid already</source>
        <translation>%2 のうち %1 はお支払い済みです</translation>
    </message>
    <message>
        <source>Cash box %1 is not open yet: no money can be taken.</source>
        <translation>レジ%1を開けるまで、お預かりできません</translation>
    </message>
    <message>
        <source>%1 stays due</source>
        <translation>%1 は未払いのままです</translation>
    </message>
    <message>
        <source>%1 was paid too much: tell the accountant</source>
        <translation>%1 多く受け取っています。会計係に伝えてください</translation>
    </message>
    <message>
        <source>Owes %1 from before</source>
        <translation>前回の未払い %1</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>テーブル %1</translation>
    </message>
    <message>
        <source>Complimentary</source>
        <translation>ご招待</translation>
    </message>
    <message>
        <source>Paid in advance</source>
        <translation>事前払い済み</translation>
    </message>
    <message>
        <source>Comes with %1</source>
        <translation>%1 さんのご同伴</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>当日参加</translation>
    </message>
    <message>
        <source>%n companion(s), %1 here</source>
        <translation>同伴 %n名（%1名到着）</translation>
    </message>
    <message>
        <source>%1 · desk %2 · read: %3</source>
        <translation>%1・受付%2・読み取り：%3</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>Please collect the fee</source>
        <translation>会費をお預かりください</translation>
    </message>
    <message>
        <source>Already inside</source>
        <translation>すでに入場しています</translation>
    </message>
    <message>
        <source>This code could not be read</source>
        <translation>読み取れませんでした</translation>
    </message>
    <message>
        <source>%1 is due</source>
        <translation>%1 が未払いです</translation>
    </message>
    <message>
        <source>Already inside since %1, desk %2</source>
        <translation>%1 に受付%2で入場済みです</translation>
    </message>
    <message>
        <source>Had declined the invitation</source>
        <translation>欠席のお返事です</translation>
    </message>
    <message>
        <source>Had cancelled</source>
        <translation>キャンセルされています</translation>
    </message>
    <message>
        <source>On the waiting list</source>
        <translation>キャンセル待ちの方です</translation>
    </message>
    <message>
        <source>Please call the organizer</source>
        <translation>主催者を呼んでください</translation>
    </message>
    <message>
        <source>This badge was replaced</source>
        <translation>この名札は再発行済みです</translation>
    </message>
    <message>
        <source>Badge of another event</source>
        <translation>別のイベントの名札です</translation>
    </message>
    <message>
        <source>This code is not ours</source>
        <translation>このコードは登録されていません</translation>
    </message>
    <message>
        <source>Several guests fit</source>
        <translation>該当する方が複数います</translation>
    </message>
    <message>
        <source>Look at the face: is this the same person?</source>
        <translation>ご本人かどうか、お顔を確かめてください</translation>
    </message>
    <message>
        <source>Scan the badge once more, or type the name.</source>
        <translation>もう一度スキャンするか、お名前を入力してください</translation>
    </message>
    <message>
        <source>The organizer alone can let this guest in.</source>
        <translation>入場を認められるのは主催者だけです</translation>
    </message>
    <message>
        <source>A newer badge was made for this guest. Ask for that one.</source>
        <translation>新しい名札をお持ちのはずです。そちらをお願いしてください</translation>
    </message>
    <message>
        <source>Type the name to look for the guest here.</source>
        <translation>お名前を入力して、このイベントの名簿から探してください</translation>
    </message>
    <message>
        <source>Type the name to search, or press F2 for a walk-in.</source>
        <translation>お名前を入力して検索するか、F2 で当日参加にしてください</translation>
    </message>
    <message>
        <source>The door opens at %1</source>
        <translation>受付は %1 からです</translation>
    </message>
    <message>
        <source>The door closed at %1</source>
        <translation>受付は %1 に終わりました</translation>
    </message>
    <message>
        <source>Admitted at %1, desk %2, by %3</source>
        <translation>%1・受付%2・担当 %3</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Attendance report…</source>
        <translation>出欠報告書…</translation>
    </message>
    <message>
        <source>Writing the attendance report…</source>
        <translation>出欠報告書を書き出しています…</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>出欠報告書</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 を書き出しました。</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>直前の受付</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Nothing has happened at the door yet.</source>
        <translation>受付ではまだ何も起きていません。</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>区分ごと</translation>
    </message>
    <message>
        <source>Nobody is expected yet.</source>
        <translation>参加予定の方はまだいません。</translation>
    </message>
    <message>
        <source>Without category</source>
        <translation>区分なし</translation>
    </message>
    <message>
        <source>Technical state</source>
        <translation>パソコンの状態</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概況</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到着</translation>
    </message>
    <message>
        <source>Inside now</source>
        <translation>会場内</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>未着</translation>
    </message>
    <message>
        <source>Fees due</source>
        <translation>会費の未収</translation>
    </message>
    <message>
        <source>Fees taken</source>
        <translation>会費の入金</translation>
    </message>
    <message>
        <source>Inside, not paid</source>
        <translation>入場済・未払</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <translation>当日参加</translation>
    </message>
    <message>
        <source>Name tags to print</source>
        <translation>未印刷の名札</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>キャンセル待ち</translation>
    </message>
    <message>
        <source>Refused scans</source>
        <translation>断ったスキャン</translation>
    </message>
    <message>
        <source>Let in all the same</source>
        <translation>特別に入場</translation>
    </message>
    <message>
        <source>%1 GB free on the disk</source>
        <translation>ディスクの空き %1 GB</translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <translation>%1 · %2 現在</translation>
    </message>
    <message>
        <source>To keep in sight</source>
        <translation>気をつけること</translation>
    </message>
    <message>
        <source>of %1 expected</source>
        <translation>予定 %1人</translation>
    </message>
    <message>
        <source>plan by now: %1</source>
        <translation>今ごろの予定 %1人</translation>
    </message>
    <message>
        <source>The door is closed: no-shows</source>
        <translation>受付終了：欠席</translation>
    </message>
    <message>
        <source>%n came in the last 10 minutes</source>
        <translation>直近10分の到着 %n人</translation>
    </message>
    <message>
        <source>%n guest(s)</source>
        <translation>%n人</translation>
    </message>
    <message>
        <source>%1 refunded</source>
        <translation>返金 %1</translation>
    </message>
    <message>
        <source>Cash box %1 open · %2</source>
        <translation>レジ%1 開いています · %2</translation>
    </message>
    <message>
        <source>Cash box %1 closed at %2</source>
        <translation>レジ%1 %2に締めました</translation>
    </message>
    <message>
        <source>of %1 places</source>
        <translation>定員 %1人</translation>
    </message>
    <message>
        <source>%n went out</source>
        <translation>外出中 %n人</translation>
    </message>
    <message>
        <source>Nobody went out</source>
        <translation>外出中の方はいません</translation>
    </message>
</context>
<context>
    <name>OwnSheetDialog</name>
    <message>
        <source>Own sheet</source>
        <translation>用紙の寸法</translation>
    </message>
    <message>
        <source>Use this sheet</source>
        <translation>この用紙を使う</translation>
    </message>
    <message>
        <source>Measure one sheet with a ruler. The margins are those to the first label.</source>
        <translation>用紙を定規で測ってください。余白は最初のラベルまでの長さです。</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>レター</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Folded in the middle, standing on the table</source>
        <translation>中央で二つ折りにして立てる</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Paper width</source>
        <translation>用紙の幅</translation>
    </message>
    <message>
        <source>Paper height</source>
        <translation>用紙の高さ</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Left margin</source>
        <translation>左の余白</translation>
    </message>
    <message>
        <source>Label width</source>
        <translation>ラベルの幅</translation>
    </message>
    <message>
        <source>Label height</source>
        <translation>ラベルの高さ</translation>
    </message>
    <message>
        <source>Upper margin</source>
        <translation>上の余白</translation>
    </message>
    <message>
        <source>Gap beside</source>
        <translation>左右の間隔</translation>
    </message>
    <message>
        <source>Gap below</source>
        <translation>上下の間隔</translation>
    </message>
</context>
<context>
    <name>PanelViews</name>
    <message>
        <source>Booked as</source>
        <translation>記帳の内容</translation>
    </message>
    <message>
        <source>Set aside: it is none of the event&apos;s business.</source>
        <translation>対象外にしました。この会の入出金ではありません。</translation>
    </message>
    <message>
        <source>Where did it go?</source>
        <translation>何の出金ですか</translation>
    </message>
    <message>
        <source>No guest fits this text and amount.</source>
        <translation>名義と金額が合う参加者はいません。</translation>
    </message>
    <message>
        <source>Whose is it?</source>
        <translation>どなたの入金ですか</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>Search a guest</source>
        <translation>参加者を探す</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>分ける…</translation>
    </message>
    <message>
        <source>Fee withheld</source>
        <translation>手数料差引</translation>
    </message>
    <message>
        <source>Payout…</source>
        <translation>決済会社から…</translation>
    </message>
    <message>
        <source>Bank fee</source>
        <translation>振込手数料</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>祝儀・寄付</translation>
    </message>
    <message>
        <source>Unidentified</source>
        <translation>不明金</translation>
    </message>
    <message>
        <source>Other account…</source>
        <translation>他の科目…</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>取り消す…</translation>
    </message>
    <message>
        <source>Refund to a guest</source>
        <translation>参加者への返金</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>対象に戻す</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>参加者</translation>
    </message>
</context>
<context>
    <name>PaperCard</name>
    <message>
        <source>Design and paper</source>
        <translation>デザインと用紙</translation>
    </message>
    <message>
        <source>Designer…</source>
        <translation>デザイン画面…</translation>
    </message>
    <message>
        <source>Cut marks</source>
        <translation>トンボ</translation>
    </message>
    <message>
        <source>Backs too</source>
        <translation>裏面も</translation>
    </message>
    <message>
        <source>turned over the long edge</source>
        <translation>長辺とじ</translation>
    </message>
    <message>
        <source>turned over the short edge</source>
        <translation>短辺とじ</translation>
    </message>
    <message>
        <source>Own measures…</source>
        <translation>寸法を指定…</translation>
    </message>
    <message>
        <source>Label %1 × %2 mm. Print at 100 %.</source>
        <translation>ラベル %1 × %2 mm。100 %で印刷してください。</translation>
    </message>
    <message>
        <source>The design is made for %1 × %2 mm and is adapted.</source>
        <translation>デザインは %1 × %2 mm 用なので、ラベルに合わせて調整します。</translation>
    </message>
    <message>
        <source>First free label</source>
        <translation>最初の空きラベル</translation>
    </message>
    <message>
        <source>Own: %1 × %2 labels, %3 × %4 mm</source>
        <translation>指定: %1 × %2面、%3 × %4 mm</translation>
    </message>
</context>
<context>
    <name>PaperEntry</name>
    <message>
        <source>Arrivals from paper</source>
        <translation>紙の名簿から入力</translation>
    </message>
    <message>
        <source>214 1805 +</source>
        <translation>214 1805 +</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Entered as</source>
        <translation>入力結果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Who of these?</source>
        <translation>どなたですか？</translation>
    </message>
    <message>
        <source>Nobody fits “%1”.</source>
        <translation>「%1」に当てはまる方はいません。</translation>
    </message>
    <message>
        <source>Number or name, then the time, then how the fee was paid: + cash, P PayPay, C card, nothing if it is still due. Without a time the last one holds.</source>
        <translation>番号かお名前、時刻、会費の順に入力します。会費は「+」現金、「P」PayPay、「C」カード、未収なら何も付けません。時刻を省くと直前の時刻になります。</translation>
    </message>
    <message>
        <source>First say who works at this desk.</source>
        <translation>先に、この受付の担当者を入力してください。</translation>
    </message>
    <message>
        <source>in, %1 still due</source>
        <translation>入場・%1 未収</translation>
    </message>
    <message>
        <source>in</source>
        <translation>入場</translation>
    </message>
</context>
<context>
    <name>PassesDialog</name>
    <message>
        <source>Passes for the guests</source>
        <translation>参加者の入場パス</translation>
    </message>
    <message>
        <source>Write the passes</source>
        <translation>パスを書き出す</translation>
    </message>
    <message>
        <source>For each guest a one-page PDF and a QR picture; with them a sheet for a mail merge, with file names and the code for bank transfers, and a calendar file. Nothing is sent: your mail program does that.</source>
        <translation>参加者ごとに1ページのPDFとQR画像、差し込みメール用の一覧(ファイル名と振込用の番号つき)、カレンダーファイルを作ります。送信はしません。お使いのメールソフトで送ってください。</translation>
    </message>
    <message>
        <source>All who may come (%n)</source>
        <translation>参加できる全員(%n人)</translation>
    </message>
    <message>
        <source>Selected guests (%n)</source>
        <translation>選んだ参加者(%n人)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダを開く</translation>
    </message>
    <message>
        <source>Writing the passes…</source>
        <translation>パスを書き出しています…</translation>
    </message>
    <message>
        <source>A new, empty folder</source>
        <translation>新しい空のフォルダ</translation>
    </message>
    <message>
        <source>%n pass(es) are in the folder.</source>
        <translation>%n人分のパスを書き出しました。</translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation>ほか%n人</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>%1 passes</source>
        <translation>%1 入場パス</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Payment of %1</source>
        <translation>%1 さんの入金</translation>
    </message>
    <message>
        <source>Take the payment</source>
        <translation>受け取る</translation>
    </message>
    <message>
        <source>%1 are due. The receipt comes from box %2.</source>
        <translation>未払は %1 です。領収書はレジ%2の番号になります。</translation>
    </message>
    <message>
        <source>What the card was charged too much goes back in cash</source>
        <translation>カードで多く切った分を現金で返す</translation>
    </message>
    <message>
        <source>no other</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>a blank line to write on</source>
        <translation>空欄なら手書き用の線</translation>
    </message>
    <message>
        <source>Paid now</source>
        <translation>今回の入金額</translation>
    </message>
    <message>
        <source>Also paid with</source>
        <translation>併用する支払手段</translation>
    </message>
    <message>
        <source>Of it</source>
        <translation>そのうち</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>支払手段</translation>
    </message>
    <message>
        <source>Handed over or charged</source>
        <translation>預かり額・カードの額</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>宛名</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>お釣り %1</translation>
    </message>
</context>
<context>
    <name>PaymentRows</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>領収書</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>支払手段</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>預かり</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>お釣り</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Corrected: %1</source>
        <translation>訂正：%1</translation>
    </message>
    <message>
        <source>Paid as the guest list says</source>
        <translation>名簿に支払済とあるもの</translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation>ほか%n人</translation>
    </message>
</context>
<context>
    <name>PaymentsCard</name>
    <message>
        <source>Other acts</source>
        <translation>その他の処理</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Guest or receipt…</source>
        <translation>氏名・領収書番号…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>訂正…</translation>
    </message>
    <message>
        <source>No payments here</source>
        <translation>ここに入金はありません</translation>
    </message>
    <message>
        <source>Payments appear as they are taken at the door.</source>
        <translation>受付でお預かりすると、ここに表示されます。</translation>
    </message>
</context>
<context>
    <name>PaymentsTab</name>
    <message>
        <source>Payments</source>
        <translation>入金</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>領収書</translation>
    </message>
    <message>
        <source>A4, three to a page</source>
        <translation>A4（3枚ずつ）</translation>
    </message>
    <message>
        <source>A6</source>
        <translation>A6</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>取り消しました。</translation>
    </message>
    <message>
        <source>%1 is void; %2 took its place.</source>
        <translation>%1 を無効にし、%2 を発行しました。</translation>
    </message>
    <message>
        <source>%n receipt(s) issued.</source>
        <translation>領収書を %n枚 発行しました。</translation>
    </message>
    <message>
        <source>split-cost statements.pdf</source>
        <translation>立替金精算書.pdf</translation>
    </message>
    <message>
        <source>receipt %1.pdf</source>
        <translation>領収書 %1.pdf</translation>
    </message>
    <message>
        <source>receipts.pdf</source>
        <translation>領収書.pdf</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF文書</translation>
    </message>
    <message>
        <source>Taken back. Hand back %1.</source>
        <translation>取り消しました。%1 をお返しください。</translation>
    </message>
    <message>
        <source>Taken back. The fee is due again.</source>
        <translation>取り消しました。会費は未払に戻りました。</translation>
    </message>
</context>
<context>
    <name>PayoutDialog</name>
    <message>
        <source>Book it</source>
        <translation>記帳する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Which payments does this payout cover?</source>
        <translation>この入金に含まれる支払いはどれですか</translation>
    </message>
    <message>
        <source>Payments %1 · fee %2</source>
        <translation>支払い %1・手数料 %2</translation>
    </message>
    <message>
        <source>Payments %1: the row is more than that</source>
        <translation>支払い %1: 入金額のほうが多くなっています</translation>
    </message>
</context>
<context>
    <name>PayoutsView</name>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Taken %1 · paid out %2 · fees %3 · outstanding %4</source>
        <translation>受付 %1・入金済 %2・手数料 %3・未入金 %4</translation>
    </message>
    <message>
        <source>%n payment(s) were passed over by a payout.</source>
        <translation>%n件は、あとの分が先に入金されています。</translation>
    </message>
    <message>
        <source>%n of its list are not in the books.</source>
        <translation>決済会社の明細のうち%n件が帳簿にありません。</translation>
    </message>
    <message>
        <source>%n of the books are not on its list.</source>
        <translation>帳簿のうち%n件が決済会社の明細にありません。</translation>
    </message>
    <message>
        <source>No payment was taken this way yet.</source>
        <translation>この方法での支払いは、まだありません。</translation>
    </message>
    <message>
        <source>Pair %n row(s) of its list</source>
        <translation>明細の%n件を照合する</translation>
    </message>
    <message>
        <source>%n row(s) paired</source>
        <translation>%n件を照合しました</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>入金済</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>未入金</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>飛ばされた</translation>
    </message>
    <message>
        <source>Not in the books</source>
        <translation>帳簿にない</translation>
    </message>
    <message>
        <source>Not on its list</source>
        <translation>明細にない</translation>
    </message>
</context>
<context>
    <name>PicturePanel</name>
    <message>
        <source>Choose a picture…</source>
        <translation>画像を選ぶ…</translation>
    </message>
    <message>
        <source>The event&apos;s logo</source>
        <translation>イベントのロゴ</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>左右</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>The event&apos;s logo stands here; nothing does while there is none.</source>
        <translation>ここにイベントのロゴが入ります。ロゴがなければ何も印刷しません。</translation>
    </message>
    <message>
        <source>A picture of its own.</source>
        <translation>このデザインだけの画像です。</translation>
    </message>
</context>
<context>
    <name>PreviewPart</name>
    <message>
        <source>The list has no headings</source>
        <translation>見出しのない名簿です</translation>
    </message>
    <message>
        <source>No row looks like headings. Double-click the row that holds them.</source>
        <translation>見出しの行が見つかりません。見出しの行をダブルクリックしてください。</translation>
    </message>
    <message>
        <source>What the columns hold</source>
        <translation>列の内容</translation>
    </message>
    <message>
        <source>Fees of new categories</source>
        <translation>新しい区分の会費</translation>
    </message>
    <message>
        <source>Nobody stands below the headings of this list.</source>
        <translation>見出しの下に参加者がいません。</translation>
    </message>
    <message>
        <source>%n new guest(s)</source>
        <translation>新しい参加者 %n人</translation>
    </message>
    <message>
        <source>%n companion(s)</source>
        <translation>同伴 %n人</translation>
    </message>
    <message>
        <source>%n on the list already</source>
        <translation>登録済み %n人</translation>
    </message>
    <message>
        <source>%n changed</source>
        <translation>変更あり %n人</translation>
    </message>
    <message>
        <source>%n gone</source>
        <translation>名簿から消えた %n人</translation>
    </message>
    <message>
        <source>%n in doubt</source>
        <translation>同じ人か不明 %n人</translation>
    </message>
    <message>
        <source>%n row(s) not taken</source>
        <translation>取り込めない行 %n</translation>
    </message>
</context>
<context>
    <name>PrinterFitDialog</name>
    <message>
        <source>1  Left edge to the line (%1)</source>
        <translation>① 左端から線まで(正しくは%1)</translation>
    </message>
    <message>
        <source>2  Upper edge to the line (%1)</source>
        <translation>② 上端から線まで(正しくは%1)</translation>
    </message>
    <message>
        <source>3  Between upright lines (%1)</source>
        <translation>③ 縦線の間(正しくは%1)</translation>
    </message>
    <message>
        <source>4  Between level lines (%1)</source>
        <translation>④ 横線の間(正しくは%1)</translation>
    </message>
    <message>
        <source>Align a printer</source>
        <translation>プリンターの位置合わせ</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>記憶する</translation>
    </message>
    <message>
        <source>Print the test sheet at 100 %, measure its lines to 0.1 mm and type what you measured. This computer remembers it for this printer.</source>
        <translation>位置合わせシートを100 %で印刷し、線を0.1 mm単位で測って入力してください。このプリンターの値として、このパソコンに記憶します。</translation>
    </message>
    <message>
        <source>PDF files printed elsewhere</source>
        <translation>PDF(ほかで印刷するもの)</translation>
    </message>
    <message>
        <source>Print the test sheet</source>
        <translation>位置合わせシートを印刷</translation>
    </message>
    <message>
        <source>No correction</source>
        <translation>補正しない</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Shifted by %1 mm right and %2 mm down, stretched to %3 % and %4 %.</source>
        <translation>右へ%1 mm、下へ%2 mmずらし、横%3 %、縦%4 %に伸縮します。</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>Looking at every tag…</source>
        <translation>すべての名札を確かめています…</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Making the demo event…</source>
        <translation>デモのイベントを作っています…</translation>
    </message>
    <message>
        <source>Preparing the rehearsal…</source>
        <translation>練習の準備をしています…</translation>
    </message>
    <message>
        <source>Open an event</source>
        <translation>イベントを開く</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Demo event</source>
        <translation>デモイベント</translation>
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
    <name>Rail</name>
    <message>
        <source>Event menu</source>
        <translation>イベントのメニュー</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>ReceiptRows</name>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>宛名</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>支払手段</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>void</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>(blank line)</source>
        <translation>（空欄）</translation>
    </message>
    <message>
        <source>%n copies</source>
        <translation>再発行 %n</translation>
    </message>
</context>
<context>
    <name>ReceiptSection</name>
    <message>
        <source>Society, not registered for tax</source>
        <translation>任意団体（インボイス未登録）</translation>
    </message>
    <message>
        <source>Business exempt from tax</source>
        <translation>免税事業者</translation>
    </message>
    <message>
        <source>Registered invoice issuer</source>
        <translation>適格請求書発行事業者</translation>
    </message>
    <message>
        <source>Participation fee</source>
        <translation>参加費として</translation>
    </message>
    <message>
        <source>The issuer is a</source>
        <translation>発行者の区分</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>登録番号</translation>
    </message>
    <message>
        <source>Issuer of receipts</source>
        <translation>領収書の発行者</translation>
    </message>
    <message>
        <source>Purpose on receipts</source>
        <translation>領収書の但し書き</translation>
    </message>
    <message>
        <source>Address of the issuer</source>
        <translation>発行者の住所</translation>
    </message>
    <message>
        <source>Numbers begin with</source>
        <translation>番号の先頭</translation>
    </message>
    <message>
        <source>Of each fee at 8 %</source>
        <translation>会費のうち8%対象</translation>
    </message>
    <message>
        <source>Food to take away, say; empty for none.</source>
        <translation>持ち帰りの飲食物など。なければ空欄。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Who issues them</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>What stands on them</source>
        <translation>記載内容</translation>
    </message>
    <message>
        <source>No tax and no revenue stamp on receipts. Members&apos; companies can deduct the tax of the venue&apos;s bill with the split-cost statement.</source>
        <translation>領収書に消費税は記載せず、収入印紙も不要です。会場費の消費税は、立替金精算書で参加者の会社が控除できます。</translation>
    </message>
    <message>
        <source>No tax on receipts; a revenue stamp from ¥50,000 in cash.</source>
        <translation>領収書に消費税は記載しません。現金5万円以上は収入印紙が要ります。</translation>
    </message>
    <message>
        <source>Number and tax by rate stand on receipts; a revenue stamp from ¥50,000 in cash without tax.</source>
        <translation>領収書に登録番号と税率別の内訳を記載します。現金で税抜5万円以上は収入印紙が要ります。</translation>
    </message>
    <message>
        <source>This is not the number of a company. If it is a company&apos;s, check its digits.</source>
        <translation>法人番号としては正しくありません。法人の番号なら、数字を確かめてください。</translation>
    </message>
</context>
<context>
    <name>ReceiptsCard</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Prepaid</source>
        <translation>事前入金</translation>
    </message>
    <message>
        <source>Number or payee…</source>
        <translation>番号・宛名…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>再発行…</translation>
    </message>
    <message>
        <source>Issue anew…</source>
        <translation>書き直す…</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>その他 ▾</translation>
    </message>
    <message>
        <source>Receipts for prepayments</source>
        <translation>事前入金の領収書を発行</translation>
    </message>
    <message>
        <source>Split a bill…</source>
        <translation>立替金精算書…</translation>
    </message>
    <message>
        <source>No receipts here</source>
        <translation>領収書はありません</translation>
    </message>
    <message>
        <source>A receipt is issued with every payment at a desk. Transfers get theirs by “More”.</source>
        <translation>受付での入金には必ず領収書が発行されます。振込の分は「その他」から発行できます。</translation>
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
    <name>ReconcileTab</name>
    <message>
        <source>Statement taken back.</source>
        <translation>明細の取り込みを取り消しました。</translation>
    </message>
    <message>
        <source>Payers…</source>
        <translation>名義…</translation>
    </message>
    <message>
        <source>%n row(s) booked. Z takes them back.</source>
        <translation>%n件を消し込みました。Z で取り消せます。</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>振込</translation>
    </message>
    <message>
        <source>Add a statement…</source>
        <translation>明細を取り込む…</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>決済会社</translation>
    </message>
    <message>
        <source>Bank book</source>
        <translation>預金出納帳</translation>
    </message>
    <message>
        <source>No statement has been taken in yet</source>
        <translation>まだ明細が取り込まれていません</translation>
    </message>
    <message>
        <source>Take in what the bank offers for download: its rows find their guests by code, reading, amount and company, and nothing is booked without you.</source>
        <translation>銀行からダウンロードした明細を取り込むと、番号・よみ・金額・会社名から参加者を探します。確認なしに記帳されることはありません。</translation>
    </message>
    <message>
        <source>%n row(s) added</source>
        <translation>%n件を加えました</translation>
    </message>
    <message>
        <source>%1 known already</source>
        <translation>取込済 %1件</translation>
    </message>
    <message>
        <source>%1 of %2 cleared · %3 unidentified</source>
        <translation>%2件中%1件を消込済・不明金 %3</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>Skip</source>
        <translation>とばす</translation>
    </message>
    <message>
        <source>End</source>
        <translation>練習を終える</translation>
    </message>
    <message>
        <source>Rehearsal: nothing here is real</source>
        <translation>練習中：ここでの記録はすべて消えます</translation>
    </message>
    <message>
        <source>That was all. You can do it! F12 begins anew with other guests.</source>
        <translation>これで全部です。もう大丈夫! F12 で別の人たちともう一度。</translation>
    </message>
    <message>
        <source>F12 lets the first guest show the badge.</source>
        <translation>F12 を押すと、最初の方が名札を見せます。</translation>
    </message>
    <message>
        <source>✓ Well done.</source>
        <translation>✓ できました。</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>もう一度見せる</translation>
    </message>
    <message>
        <source>Next guest</source>
        <translation>次の方</translation>
    </message>
    <message>
        <source>%1 has paid already: green, nothing to do.</source>
        <translation>%1さんは支払い済み。緑になり、何もしなくて大丈夫です。</translation>
    </message>
    <message>
        <source>%1 owes %2 and hands you %3. Type what you got, Enter: %4 back.</source>
        <translation>%1さんは会費%2。%3をお預かりします。預かった額を入力して Enter、お釣り%4を渡します。</translation>
    </message>
    <message>
        <source>The badge of %1 comes again: red. Look at the face, then go on.</source>
        <translation>%1さんの名札がもう一度来ました。赤になります。お顔を確かめて次へ。</translation>
    </message>
    <message>
        <source>%1 owes %2 and hands you exactly that: Enter.</source>
        <translation>%1さんは会費%2をちょうど出しました。Enter だけです。</translation>
    </message>
    <message>
        <source>%1 shows a badge of another event. Type a few letters of the name, then Enter.</source>
        <translation>%1さんが別のイベントの名札を見せました。名前を数文字入力して Enter。</translation>
    </message>
    <message>
        <source>%1 owes %2 and pays by PayPay: P, then Enter.</source>
        <translation>%1さんは会費%2を PayPay で払います。P、そして Enter。</translation>
    </message>
    <message>
        <source>%1 had cancelled: red. Call the organizer; nobody slips in.</source>
        <translation>%1さんはキャンセル済み。赤になります。主催者を呼びましょう。</translation>
    </message>
    <message>
        <source>Somebody who is not on the list: F2, type any name, take the fee.</source>
        <translation>名簿にない方が来ました。F2 で名前を入力し、会費をいただきます。</translation>
    </message>
    <message>
        <source>That was a mistake: F3, and a reason, takes the last arrival back.</source>
        <translation>今のは間違いでした。F3 と理由で、直前の受付を取り消します。</translation>
    </message>
</context>
<context>
    <name>ReissueDialog</name>
    <message>
        <source>Issue receipt %1 anew</source>
        <translation>領収書 %1 を書き直す</translation>
    </message>
    <message>
        <source>Issue anew</source>
        <translation>書き直す</translation>
    </message>
    <message>
        <source>The old one is void and keeps its number. Take it back, if it was given out.</source>
        <translation>元の領収書は無効になり、番号は残ります。渡してある場合は回収してください。</translation>
    </message>
    <message>
        <source>a blank line to write on</source>
        <translation>空欄なら手書き用の線</translation>
    </message>
    <message>
        <source>Another payee</source>
        <translation>宛名の変更</translation>
    </message>
    <message>
        <source>Spoiled when written</source>
        <translation>書き損じ</translation>
    </message>
    <message>
        <source>Printed badly</source>
        <translation>印刷不良</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>宛名</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>ReportsTab</name>
    <message>
        <source>Save PDF…</source>
        <translation>PDFを保存…</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>報告書</translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation>報告書を作成しています…</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%1 / %2 ページ</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文書</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV</translation>
    </message>
</context>
<context>
    <name>RepricingDialog</name>
    <message>
        <source>%n guest(s) were charged another fee</source>
        <translation>別の金額を請求済みの参加者が%n人います</translation>
    </message>
    <message>
        <source>Keep the old fees</source>
        <translation>請求済みの額のままにする</translation>
    </message>
    <message>
        <source>The new prices hold from now on. Whoever was charged already keeps that fee, unless you charge them anew; what was paid stays paid.</source>
        <translation>新しい金額はこれからの請求に使います。請求済みの方は、請求し直さないかぎり元の額のままです。入金はそのまま残ります。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>請求済み</translation>
    </message>
    <message>
        <source>New fee</source>
        <translation>新しい額</translation>
    </message>
    <message>
        <source>Then due</source>
        <translation>変更後の未払い</translation>
    </message>
    <message>
        <source>Charge %n anew</source>
        <translation>%n人に請求し直す</translation>
    </message>
    <message>
        <source>The income changes by %1.</source>
        <translation>収入の変化: %1。</translation>
    </message>
    <message>
        <source>%1 is then to be refunded.</source>
        <translation>%1 を返金します。</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>The guests of this event were to be kept until %1.</source>
        <translation>このイベントの参加者の保存期限(%1)を過ぎています。</translation>
    </message>
    <message>
        <source>%n guest(s) erased.</source>
        <translation>%n人の個人情報を消去しました。</translation>
    </message>
</context>
<context>
    <name>RowOrders</name>
    <message>
        <source>Take back “%1”</source>
        <translation>「%1」の消込を取り消す</translation>
    </message>
    <message>
        <source>Take %n match(es) back</source>
        <translation>%n件の消込を取り消す</translation>
    </message>
    <message>
        <source>What was booked is reversed, dated now; the fees are due again.</source>
        <translation>記帳を今日の日付の取消仕訳で打ち消します。会費は未払に戻ります。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Wrong guest</source>
        <translation>参加者の間違い</translation>
    </message>
    <message>
        <source>Wrong amount</source>
        <translation>金額の間違い</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>誤って記帳した</translation>
    </message>
    <message>
        <source>Bank fee</source>
        <translation>振込手数料</translation>
    </message>
    <message>
        <source>Nothing is missing of this row.</source>
        <translation>この明細には差し引かれた額がありません。</translation>
    </message>
    <message>
        <source>Nothing to take back.</source>
        <translation>取り消せるものがありません。</translation>
    </message>
</context>
<context>
    <name>RowPanel</name>
    <message>
        <source>Whose is it?</source>
        <translation>どなたの入金ですか</translation>
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
    <name>ScannerCheck</name>
    <message>
        <source>Left out before each code: %1</source>
        <translation>コードの前から取り除く文字：%1</translation>
    </message>
    <message>
        <source>Left out after each code: %1</source>
        <translation>コードの後から取り除く文字：%1</translation>
    </message>
    <message>
        <source>Test code</source>
        <translation>テストコード</translation>
    </message>
    <message>
        <source>Check the scanner</source>
        <translation>読み取り機の確認</translation>
    </message>
    <message>
        <source>Forget what was learned</source>
        <translation>覚えた設定を消す</translation>
    </message>
    <message>
        <source>Print the test code…</source>
        <translation>テストコードの印刷…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Scan this code</source>
        <translation>このコードを読み取ってください</translation>
    </message>
    <message>
        <source>From the screen, or from the printed test page.</source>
        <translation>画面からでも、印刷したテストページからでも読み取れます。</translation>
    </message>
    <message>
        <source>✓ The scanner works</source>
        <translation>✓ 読み取り機は使えます</translation>
    </message>
    <message>
        <source>✕ Badges cannot be read like this</source>
        <translation>✕ このままでは名札を読み取れません</translation>
    </message>
    <message>
        <source>It ends a code with Enter.</source>
        <translation>読み取りの最後に Enter が付きます。</translation>
    </message>
    <message>
        <source>It ends a code without Enter; that is fine too.</source>
        <translation>最後に Enter は付きませんが、問題ありません。</translation>
    </message>
    <message>
        <source>It types slowly, like a person. Set the delay between its keys to 0, as its leaflet says.</source>
        <translation>人が打つのと同じくらい遅く入力されます。読み取り機の説明書に従い、文字間の待ち時間を 0 にしてください。</translation>
    </message>
    <message>
        <source>Read: %1</source>
        <translation>読み取り結果：%1</translation>
    </message>
    <message>
        <source>Read as 0 to 9: %1</source>
        <translation>0〜9 として読む文字：%1</translation>
    </message>
    <message>
        <source>Every sign arrives as it is printed.</source>
        <translation>すべての文字が印刷どおりに届いています。</translation>
    </message>
    <message>
        <source>Japanese input is on: the digits arrive full-width. They are understood.</source>
        <translation>日本語入力がオンのため全角で届いていますが、正しく読み取れます。</translation>
    </message>
    <message>
        <source>Scanner and computer are set to different keyboards. The codes are understood.</source>
        <translation>読み取り機とパソコンのキーボード設定が違いますが、正しく読み取れます。</translation>
    </message>
    <message>
        <source>Its keys type other signs. This computer has learned them and reads badges from now on.</source>
        <translation>数字が別の文字で届いています。このパソコンが対応を覚えたので、これからは名札を読み取れます。</translation>
    </message>
    <message>
        <source>It types something around each code. This computer leaves that out from now on.</source>
        <translation>コードの前後に余分な文字が付いています。これからは自動で取り除きます。</translation>
    </message>
    <message>
        <source>Signs get lost on the way. Plug it into the computer itself, not into a hub, and scan again; if it stays so, set a delay of 5 ms between its keys.</source>
        <translation>途中で文字が抜けています。ハブではなくパソコンに直接つないで、もう一度読み取ってください。直らないときは、文字間の待ち時間を 5 ミリ秒にしてください。</translation>
    </message>
    <message>
        <source>Signs come twice. Plug the scanner out and in, and scan again.</source>
        <translation>文字が二重に届いています。読み取り機を挿し直して、もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>This is not the test code. Scan the one shown here. If you did, choose the keyboard of this computer in the scanner&apos;s settings.</source>
        <translation>テストコードではありません。ここに表示されたコードを読み取ってください。読み取ったのにこの表示が出るときは、読み取り機の設定でこのパソコンのキーボードを選んでください。</translation>
    </message>
    <message>
        <source>Nothing readable arrived. Scan again.</source>
        <translation>読める文字が届きませんでした。もう一度読み取ってください。</translation>
    </message>
</context>
<context>
    <name>SealCard</name>
    <message>
        <source>Archive folder…</source>
        <translation>保存フォルダ…</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>案(未確定)</translation>
    </message>
    <message>
        <source>Seal the books when everything is booked.</source>
        <translation>すべて記帳したら会計を確定します。</translation>
    </message>
    <message>
        <source>Seal the books…</source>
        <translation>会計を確定…</translation>
    </message>
    <message>
        <source>Final, version %1</source>
        <translation>確定済み・第%1版</translation>
    </message>
    <message>
        <source>Sealed %1</source>
        <translation>%1 確定</translation>
    </message>
    <message>
        <source>Break the seal…</source>
        <translation>確定を解除…</translation>
    </message>
    <message>
        <source>Seal the books</source>
        <translation>会計を確定</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>確定する</translation>
    </message>
    <message>
        <source>Nothing can be booked any more, until the seal is broken with a reason.</source>
        <translation>以後は記帳できません。理由を書いて確定を解除すると、また記帳できます。</translation>
    </message>
    <message>
        <source>The books are final: version %1 of the report.</source>
        <translation>会計を確定しました。報告書は第%1版です。</translation>
    </message>
    <message>
        <source>Break the seal</source>
        <translation>確定を解除</translation>
    </message>
    <message>
        <source>The next seal makes a new version of the report.</source>
        <translation>次に確定すると、報告書の版が進みます。</translation>
    </message>
    <message>
        <source>The books are open again.</source>
        <translation>確定を解除しました。</translation>
    </message>
    <message>
        <source>books</source>
        <translation>会計一式</translation>
    </message>
    <message>
        <source>Where the archive folder goes</source>
        <translation>保存フォルダを置く場所</translation>
    </message>
    <message>
        <source>Writing the archive folder…</source>
        <translation>保存フォルダを書き出しています…</translation>
    </message>
    <message>
        <source>The folder %1 is written.</source>
        <translation>フォルダ「%1」を書き出しました。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Receipts</source>
        <translation>領収書</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>会費</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このパソコン</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>%n guest(s) charged.</source>
        <translation>%n人に請求しました。</translation>
    </message>
</context>
<context>
    <name>ShareLine</name>
    <message>
        <source>Take out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>%1 due</source>
        <translation>未払 %1</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>As it will be printed</source>
        <translation>印刷イメージ</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>次のページ</translation>
    </message>
</context>
<context>
    <name>ShownGuest</name>
    <message>
        <source>Whose tag is shown</source>
        <translation>だれの名札を表示するか</translation>
    </message>
    <message>
        <source>Any guest, Enter</source>
        <translation>ほかの参加者</translation>
    </message>
</context>
<context>
    <name>SpareDialog</name>
    <message>
        <source>Spare tags</source>
        <translation>予備の名札</translation>
    </message>
    <message>
        <source>Make them</source>
        <translation>作る</translation>
    </message>
    <message>
        <source>Blank tags with a ready code: at the door, scanning one makes it a guest&apos;s.</source>
        <translation>コード付きの白紙の名札です。受付でスキャンすると、その参加者のものになります。</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>枚数</translation>
    </message>
</context>
<context>
    <name>SplitBillDialog</name>
    <message>
        <source>Split a bill among who came</source>
        <translation>請求書を参加者に割り振る（立替金精算書）</translation>
    </message>
    <message>
        <source>Write the statements…</source>
        <translation>精算書を書き出す…</translation>
    </message>
    <message>
        <source>A statement for each company, on a page of its own. With a copy of the bill its members&apos; companies can deduct the tax.</source>
        <translation>会社ごとに1ページの精算書を作ります。請求書の写しを添えれば、参加者の会社で消費税を控除できます。</translation>
    </message>
    <message>
        <source>Typed below</source>
        <translation>下に入力する</translation>
    </message>
    <message>
        <source>Evenly</source>
        <translation>均等に</translation>
    </message>
    <message>
        <source>As the fees paid</source>
        <translation>会費の割合で</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>経費から選ぶ</translation>
    </message>
    <message>
        <source>Who issued the bill</source>
        <translation>請求書の発行者</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>登録番号</translation>
    </message>
    <message>
        <source>Number of the bill</source>
        <translation>請求書の番号</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Amount at 10 %, with tax</source>
        <translation>10%対象（税込）</translation>
    </message>
    <message>
        <source>Amount at 8 %, with tax</source>
        <translation>8%対象（税込）</translation>
    </message>
    <message>
        <source>%n statement(s)</source>
        <translation>%n枚</translation>
    </message>
    <message>
        <source>%1, the largest of %2.</source>
        <translation>%1、最大で %2。</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>stays open</source>
        <translation>未消込のまま</translation>
    </message>
    <message>
        <source>is a gift</source>
        <translation>祝儀・寄付</translation>
    </message>
    <message>
        <source>is unidentified</source>
        <translation>不明金</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>記帳する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Search a guest on the right; Enter adds them here.</source>
        <translation>右で参加者を探し、Enter で追加します。</translation>
    </message>
    <message>
        <source>Split the row</source>
        <translation>明細を分ける</translation>
    </message>
    <message>
        <source>Who gets how much</source>
        <translation>入金の内訳</translation>
    </message>
    <message>
        <source>Kept by a bank as fee</source>
        <translation>差し引かれた手数料</translation>
    </message>
    <message>
        <source>What is left over</source>
        <translation>残りの扱い</translation>
    </message>
    <message>
        <source>%1 too much</source>
        <translation>%1 超過</translation>
    </message>
    <message>
        <source>%1 left over</source>
        <translation>残り %1</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Rehearse at the door</source>
        <translation>受付を練習する</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新しいイベント</translation>
    </message>
    <message>
        <source>Open an event…</source>
        <translation>イベントを開く…</translation>
    </message>
    <message>
        <source>Next event from the selected</source>
        <translation>選んだ回から次の回</translation>
    </message>
    <message>
        <source>Try the demo event</source>
        <translation>デモで試す</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>パソコンに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>最近のイベント</translation>
    </message>
    <message>
        <source>No event yet</source>
        <translation>イベントはまだありません</translation>
    </message>
    <message>
        <source>Make your own, open a file somebody gave you, or look around in the demo.</source>
        <translation>新しく作るか、受け取ったファイルを開いてください。デモで試すこともできます。</translation>
    </message>
    <message>
        <source>Everything stays on this computer: one event is one file, and no internet connection is needed.</source>
        <translation>データはこのパソコンの中だけにあります。イベントごとに1つのファイルで、インターネットは要りません。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>画面の明るさ</translation>
    </message>
    <message>
        <source>The door and the books of your event</source>
        <translation>イベントの受付と会計</translation>
    </message>
</context>
<context>
    <name>StatementDialog</name>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>別のファイル…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Reading the statement…</source>
        <translation>明細を読んでいます…</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>貼り付けた明細</translation>
    </message>
    <message>
        <source>Take in a statement</source>
        <translation>明細の取り込み</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Drop the statement here</source>
        <translation>ここに明細をドロップ</translation>
    </message>
    <message>
        <source>CSV of any bank, Zengin, CAMT.053, MT940 or OFX; the lists of PayPay and Square. Nothing changes before you have seen its rows.</source>
        <translation>各銀行のCSV、全銀、CAMT.053、MT940、OFX、PayPay と Square の明細を読めます。内容を確かめるまで、何も変わりません。</translation>
    </message>
    <message>
        <source>Choose the statement</source>
        <translation>明細を選ぶ</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>Add %n row(s)</source>
        <translation>%n件を加える</translation>
    </message>
</context>
<context>
    <name>StatementList</name>
    <message>
        <source>Take back…</source>
        <translation>取り消す…</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>取込日時</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>口座</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>消込済</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>後残高</translation>
    </message>
    <message>
        <source>Taken in so far</source>
        <translation>これまでに取り込んだ明細</translation>
    </message>
    <message>
        <source>Take “%1” back</source>
        <translation>「%1」の取り込みを取り消す</translation>
    </message>
    <message>
        <source>Its rows count no longer. The file can be taken in again.</source>
        <translation>この明細の行は数えなくなります。ファイルはもう一度取り込めます。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Another account&apos;s statement</source>
        <translation>別の口座の明細だった</translation>
    </message>
    <message>
        <source>Columns were read wrongly</source>
        <translation>列の読み取りを誤った</translation>
    </message>
</context>
<context>
    <name>StatementPart</name>
    <message>
        <source>I compared it: take it in all the same</source>
        <translation>確かめたうえで取り込む</translation>
    </message>
    <message>
        <source>What the columns hold</source>
        <translation>列の内容</translation>
    </message>
    <message>
        <source>The statement gives no balances to compare.</source>
        <translation>この明細には照合できる残高がありません。</translation>
    </message>
    <message>
        <source>✕ Opening %1 + rows %2 is not closing %3: rows are missing or cannot be read.</source>
        <translation>✕ 前残高%1 + 入出金%2 が後残高%3になりません。行が足りないか、読めない行があります。</translation>
    </message>
    <message>
        <source>✓ Opening %1 + rows %2 = closing %3</source>
        <translation>✓ 前残高%1 + 入出金%2 = 後残高%3</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>読めない行</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>%1行目</translation>
    </message>
    <message>
        <source>new</source>
        <translation>加える</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>取込済</translation>
    </message>
    <message>
        <source>%n new</source>
        <translation>加える行 %n件</translation>
    </message>
    <message>
        <source>%n known</source>
        <translation>取込済 %n件</translation>
    </message>
    <message>
        <source>%n cannot be read</source>
        <translation>読めない行 %n件</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>扱い</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Payer or purpose</source>
        <translation>名義・摘要</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
</context>
<context>
    <name>StatusDialog</name>
    <message>
        <source>Now: %1</source>
        <translation>現在: %1</translation>
    </message>
    <message>
        <source>Status of %1</source>
        <translation>%1さんの参加状態</translation>
    </message>
    <message>
        <source>Stays due of the fee</source>
        <translation>キャンセル料(残す額)</translation>
    </message>
    <message>
        <source>Reason (if any)</source>
        <translation>理由(あれば)</translation>
    </message>
    <message>
        <source>Private note: the desk sees it at a refusal</source>
        <translation>内部メモ(入場を止めたときに受付に表示されます)</translation>
    </message>
    <message>
        <source>The fee of %1 will be charged.</source>
        <translation>会費 %1 を請求します。</translation>
    </message>
    <message>
        <source>The fee of %1 will no longer be due.</source>
        <translation>会費 %1 の請求を取り消します。</translation>
    </message>
    <message>
        <source>A cancellation fee of %1 stays due.</source>
        <translation>キャンセル料 %1 を請求します。</translation>
    </message>
    <message>
        <source>%1 is then to be refunded.</source>
        <translation>%1 を返金します。</translation>
    </message>
    <message>
        <source>Then due: %1.</source>
        <translation>変更後の未払い: %1。</translation>
    </message>
    <message>
        <source>Nothing changes for the money.</source>
        <translation>会費に変わりはありません。</translation>
    </message>
    <message>
        <source>Unwell</source>
        <translation>体調不良</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>仕事の都合</translation>
    </message>
    <message>
        <source>Did not say why</source>
        <translation>理由不明</translation>
    </message>
    <message>
        <source>Comes after all</source>
        <translation>やはり参加</translation>
    </message>
</context>
<context>
    <name>TagDesigner</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>よみ</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>役職</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>席</translation>
    </message>
    <message>
        <source>Talks about</source>
        <translation>話せること</translation>
    </message>
    <message>
        <source>Wants to meet</source>
        <translation>会いたい人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Box on the desk</source>
        <translation>受付の箱</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>会場</translation>
    </message>
    <message>
        <source>Introducer</source>
        <translation>紹介者</translation>
    </message>
    <message>
        <source>Comes with</source>
        <translation>同伴元</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>チケット番号</translation>
    </message>
    <message>
        <source>Note (only for the organizer)</source>
        <translation>メモ(主催者用)</translation>
    </message>
    <message>
        <source>Words: ask me about</source>
        <translation>文言: 話しかけてください</translation>
    </message>
    <message>
        <source>Words: would like to meet</source>
        <translation>文言: お会いしたい方</translation>
    </message>
    <message>
        <source>Words: table</source>
        <translation>文言: テーブル</translation>
    </message>
    <message>
        <source>Words: welcome</source>
        <translation>文言: ようこそ</translation>
    </message>
    <message>
        <source>Words: scan at the door</source>
        <translation>文言: 受付でご提示ください</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>帯</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QRコード</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>線</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>縮める</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>折り返す</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Name of the design</source>
        <translation>デザインの名前</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
</context>
<context>
    <name>TagTools</name>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg *.gif *.webp *.bmp *.tif)</source>
        <translation>画像 (*.png *.jpg *.jpeg *.svg *.gif *.webp *.bmp *.tif)</translation>
    </message>
    <message>
        <source>Design name tags…</source>
        <translation>名札をデザインする…</translation>
    </message>
    <message>
        <source>Designs by category…</source>
        <translation>区分ごとのデザイン…</translation>
    </message>
    <message>
        <source>Event logo…</source>
        <translation>イベントのロゴ…</translation>
    </message>
    <message>
        <source>Without logo</source>
        <translation>ロゴなし</translation>
    </message>
    <message>
        <source>Spare tags…</source>
        <translation>予備の名札…</translation>
    </message>
    <message>
        <source>Table cards as PDF…</source>
        <translation>卓上札をPDFで…</translation>
    </message>
    <message>
        <source>Align a printer…</source>
        <translation>プリンターの位置合わせ…</translation>
    </message>
    <message>
        <source>Printing at the door…</source>
        <translation>受付での印刷…</translation>
    </message>
    <message>
        <source>The event&apos;s logo</source>
        <translation>イベントのロゴ</translation>
    </message>
    <message>
        <source>Table cards</source>
        <translation>卓上札</translation>
    </message>
    <message>
        <source>Save the table cards</source>
        <translation>卓上札を保存</translation>
    </message>
    <message>
        <source>The table cards are in %1.</source>
        <translation>卓上札を%1に保存しました。</translation>
    </message>
    <message>
        <source>Writing the table cards…</source>
        <translation>卓上札を書き出しています…</translation>
    </message>
</context>
<context>
    <name>TemplateField</name>
    <message>
        <source>Put in a field…</source>
        <translation>項目を入れる…</translation>
    </message>
</context>
<context>
    <name>TenderPad</name>
    <message>
        <source>For others too…</source>
        <translation>ほかの方の分も…</translation>
    </message>
    <message>
        <source>A receipt each</source>
        <translation>領収書を別々に</translation>
    </message>
    <message>
        <source>Only this, the rest later…</source>
        <translation>これだけ受け取り、残りは後払い…</translation>
    </message>
    <message>
        <source>%1 more is needed. P or C: this much by PayPay or card first.</source>
        <translation>あと %1 必要です。P・C で、この額を先に PayPay・カードで。</translation>
    </message>
    <message>
        <source>%1 · the rest: %2</source>
        <translation>%1・残り %2</translation>
    </message>
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
        <source>Companions too</source>
        <translation>同伴者の分も</translation>
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
<context>
    <name>TextPanel</name>
    <message>
        <source>Another text below</source>
        <translation>下に文字を足す</translation>
    </message>
    <message>
        <source>Remove this text</source>
        <translation>この文字を消す</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>太字</translation>
    </message>
    <message>
        <source>Uses free room below</source>
        <translation>下の空きも使う</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>最大サイズ</translation>
    </message>
    <message>
        <source>Tell below</source>
        <translation>警告する下限</translation>
    </message>
    <message>
        <source>If too long</source>
        <translation>長いときは</translation>
    </message>
    <message>
        <source>Lines at most</source>
        <translation>最大行数</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>White above</source>
        <translation>上の余白</translation>
    </message>
    <message>
        <source>Lines stand</source>
        <translation>行の位置</translation>
    </message>
    <message>
        <source>Block stands</source>
        <translation>上下の位置</translation>
    </message>
    <message>
        <source>Bar at the left</source>
        <translation>左の線</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Another design</source>
        <translation>別のデザイン</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>裏</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>元に戻す (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Again (Ctrl+Y)</source>
        <translation>やり直す (Ctrl+Y)</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>その他…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>これを使う</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Begin a copy of this design</source>
        <translation>このデザインの複製を作る</translation>
    </message>
    <message>
        <source>Begin an empty design</source>
        <translation>白紙から作る</translation>
    </message>
    <message>
        <source>Open a template…</source>
        <translation>テンプレートを開く…</translation>
    </message>
    <message>
        <source>Save as a template…</source>
        <translation>テンプレートとして保存…</translation>
    </message>
    <message>
        <source>Copy the front to the back</source>
        <translation>表を裏へ写す</translation>
    </message>
    <message>
        <source>Remove this design</source>
        <translation>このデザインを消す</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1の複製</translation>
    </message>
    <message>
        <source>New design</source>
        <translation>新しいデザイン</translation>
    </message>
</context>
<context>
    <name>TransferRows</name>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Payer and proposal</source>
        <translation>名義と候補</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>open</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>確実</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>候補あり</translation>
    </message>
    <message>
        <source>No idea</source>
        <translation>候補なし</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>出金</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>一部消込</translation>
    </message>
    <message>
        <source>Unidentified</source>
        <translation>不明金</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>消込済</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>対象外</translation>
    </message>
</context>
<context>
    <name>TransfersView</name>
    <message>
        <source>Search…  Ctrl+F</source>
        <translation>探す…  Ctrl+F</translation>
    </message>
    <message>
        <source>To do %1</source>
        <translation>未消込 %1</translation>
    </message>
    <message>
        <source>Sure %1</source>
        <translation>確実 %1</translation>
    </message>
    <message>
        <source>Unidentified %1</source>
        <translation>不明金 %1</translation>
    </message>
    <message>
        <source>Cleared %1</source>
        <translation>消込済 %1</translation>
    </message>
    <message>
        <source>Ignored %1</source>
        <translation>対象外 %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>すべて %1</translation>
    </message>
    <message>
        <source>Accept %n sure row(s)</source>
        <translation>確実な%n件を消し込む</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>First time</source>
        <translation>初参加</translation>
    </message>
    <message>
        <source>Visit no. %1</source>
        <translation>%1回目</translation>
    </message>
    <message>
        <source>Came %n time(s)</source>
        <translation>参加 %n回</translation>
    </message>
    <message>
        <source>Was not there so far</source>
        <translation>まだ参加していません</translation>
    </message>
    <message>
        <source>Did not come %n time(s)</source>
        <translation>欠席 %n回</translation>
    </message>
    <message>
        <source>Still owes %1 of %2, %3</source>
        <translation>「%2」(%3)の未払い %1</translation>
    </message>
</context>
<context>
    <name>VoucherDialog</name>
    <message>
        <source>Book</source>
        <translation>記帳する</translation>
    </message>
    <message>
        <source>Photo or PDF…</source>
        <translation>写真・PDF…</translation>
    </message>
    <message>
        <source>Vending machine or coin box</source>
        <translation>自動販売機・券売機</translation>
    </message>
    <message>
        <source>Train or bus fare</source>
        <translation>電車・バス代</translation>
    </message>
    <message>
        <source>Gift or condolence money</source>
        <translation>祝儀・香典</translation>
    </message>
    <message>
        <source>The receipt was lost</source>
        <translation>領収書を紛失</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Date on the paper</source>
        <translation>領収書の日付</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>科目</translation>
    </message>
    <message>
        <source>Received in</source>
        <translation>受け取り先</translation>
    </message>
    <message>
        <source>Paid from</source>
        <translation>支払元</translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation>幹事(立替・仮払の人)</translation>
    </message>
    <message>
        <source>Bill or prepayment</source>
        <translation>未払・前払</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>受け取った相手</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>支払先</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>No receipt, because</source>
        <translation>領収書がない理由</translation>
    </message>
    <message>
        <source>Photos and PDF</source>
        <translation>写真と PDF</translation>
    </message>
    <message>
        <source>Choose the photo or PDF of the receipt</source>
        <translation>領収書の写真か PDF を選ぶ</translation>
    </message>
</context>
<context>
    <name>VouchersCard</name>
    <message>
        <source>All money under way is at the bank…</source>
        <translation>入金途上のお金が銀行に着いた…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Without receipt</source>
        <translation>証憑なし</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>取消済みを除く</translation>
    </message>
    <message>
        <source>Expense…</source>
        <translation>支出…</translation>
    </message>
    <message>
        <source>Other ▾</source>
        <translation>その他 ▾</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>証憑を見る</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>添付…</translation>
    </message>
    <message>
        <source>No receipt…</source>
        <translation>証憑なし…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>訂正…</translation>
    </message>
    <message>
        <source>No expenses here</source>
        <translation>ここに経費はありません</translation>
    </message>
    <message>
        <source>Book what the event cost with F2, and attach the receipt.</source>
        <translation>F2 で支払いを記帳し、領収書の写真を付けてください。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Paid to · for</source>
        <translation>支払先・内容</translation>
    </message>
    <message>
        <source>Account · from</source>
        <translation>科目・支払元</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>証憑</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>取消済み</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>なし: %1</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未添付</translation>
    </message>
    <message>
        <source>%n file(s)</source>
        <translation>%n件</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>Waiting list</source>
        <translation>キャンセル待ち</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>順番</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Accept the next</source>
        <translation>次の組を繰り上げる</translation>
    </message>
    <message>
        <source>Accept all that fit</source>
        <translation>空きの分だけ繰り上げる</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Room for</source>
        <translation>定員</translation>
    </message>
    <message>
        <source>They are %1, and %2 places are free. Accept them anyway?</source>
        <translation>次の組は%1人ですが、空きは%2席です。それでも繰り上げますか?</translation>
    </message>
    <message>
        <source>No place is free</source>
        <translation>空きがありません</translation>
    </message>
    <message>
        <source>Accept anyway</source>
        <translation>繰り上げる</translation>
    </message>
    <message>
        <source>%n accepted</source>
        <translation>参加 %n人</translation>
    </message>
    <message>
        <source>%n place(s) free</source>
        <translation>空き %n席</translation>
    </message>
    <message>
        <source>%n waiting</source>
        <translation>待ち %n人</translation>
    </message>
</context>
<context>
    <name>WalkIn</name>
    <message>
        <source>By nobody: why</source>
        <translation>紹介者なしの理由</translation>
    </message>
    <message>
        <source>Paid now</source>
        <translation>お支払い</translation>
    </message>
    <message>
        <source>Name tag</source>
        <translation>名札</translation>
    </message>
    <message>
        <source>The organizer invited them</source>
        <translation>主催者の招待</translation>
    </message>
    <message>
        <source>Speaker, staff or press</source>
        <translation>登壇者・スタッフ・報道</translation>
    </message>
    <message>
        <source>Nobody did; the organizer agreed</source>
        <translation>紹介者なし（主催者が了承）</translation>
    </message>
    <message>
        <source>10, P or C</source>
        <translation>10、P、C</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>会費はありません。</translation>
    </message>
    <message>
        <source>Empty: asked for next</source>
        <translation>空欄なら次の画面でお預かり</translation>
    </message>
    <message>
        <source>This is less than the fee.</source>
        <translation>会費に足りません。</translation>
    </message>
    <message>
        <source>Cash, change %1</source>
        <translation>現金・お釣り %1</translation>
    </message>
    <message>
        <source>The cash box is not open.</source>
        <translation>レジが開いていません。</translation>
    </message>
    <message>
        <source>Scan a blank tag, if you have one.</source>
        <translation>予備の名札があれば、スキャンしてください。</translation>
    </message>
    <message>
        <source>Blank tag %1 becomes the badge.</source>
        <translation>予備の名札 %1 をこの方の名札にします。</translation>
    </message>
    <message>
        <source>Nobody is named who introduced this guest: say why.</source>
        <translation>紹介者が入力されていません。理由を選んでください。</translation>
    </message>
    <message>
        <source>Write the name.</source>
        <translation>お名前を入力してください。</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>当日参加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社・所属</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>紹介者</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>It is the one on the list</source>
        <translation>名簿のこの方です</translation>
    </message>
    <message>
        <source>%1 is on the list already: no. %2, %3.</source>
        <translation>%1 さんはすでに名簿にいます：%2番・%3</translation>
    </message>
    <message>
        <source>Register anyway</source>
        <translation>このまま登録</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登録</translation>
    </message>
</context>
<context>
    <name>WhoseCard</name>
    <message>
        <source>By reading (boxes on the desk)</source>
        <translation>よみ順(受付の箱の順)</translation>
    </message>
    <message>
        <source>By company</source>
        <translation>会社順</translation>
    </message>
    <message>
        <source>By table</source>
        <translation>席順</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>区分順</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>番号順</translation>
    </message>
    <message>
        <source>Print again: name or number, Enter</source>
        <translation>再印刷: 名前か番号</translation>
    </message>
    <message>
        <source>Nobody who is coming is found by “%1”.</source>
        <translation>「%1」に当たる参加予定者はいません。</translation>
    </message>
    <message>
        <source>%1 is picked. Ctrl+P prints.</source>
        <translation>%1さんを選びました。Ctrl+Pで印刷します。</translation>
    </message>
</context>
</TS>
