package normalize

func readings(t *Text, o Options) *Text { return t }
func width(t *Text, o Options) *Text    { return t }
func script(t *Text, o Options) *Text   { return t }
func copies(t *Text, o Options) *Text   { return t }
