// Polish: gas and poison in the air.
export const gas: readonly string[] = [
  '(czuć|czuję|śmierdzi|pachnie|zapach|ulatnia|wyciek|smród|czuc|wycieka|ulotnił) (mi|tu|się|jest|bardzo|mocno|silny|u|na|w)? .. (gaz|gazu|gazem|gazowy|propanu)',
  '(gaz|gazu|butla|butli|rura|instalacja) .. (ulatnia|wycieka|wyciek|nieszczelna|cieknie|syczy|czuć|śmierdzi|uchodzi)',
  '(wyciek_gazu|zapach_gazu|ulatnia_się_gaz|zaczadzenie|zatrucie_czadem|wyciek_amoniaku|zaczadzony|zaczadzona|zatrucie_tlenkiem)',
  '(czad|czadu|tlenku_węgla) .. (alarm|czujnik|wyje|piszczy|kręci|głowa|zatruł)',
  '(czujnik|czujka|alarm) (czadu|tlenku_węgla|gazu) .. (wyje|piszczy|dzwoni|włączył|pika_i)',
  '(czujnik|czujka|alarm|detektor) .. (czadu|tlenku|węgla|gazu) .. (wyje|piszczy|dzwoni|włączył|pika|pipczy|alarmuje|brzęczy|uruchomił)',
  '(czad|czadu|tlenku_węgla) .. (głowa|mdłości|mdli|kręci|wymiotuje|niedobrze|słabo|zawroty|głowy)',
  '(kuchenka|kuchenki|butla|kurek|kurki|piec|wąż|rura) .. (gazowa|gazowy|gazowej|gaz|gazu)? .. (odkręcony|odkręcone|syczy|nieszczelna|nieszczelny|ulatnia|otwarty|pęknięta|pękł|uchodzi)',
]
